package org.duban.petition.publication;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.kernel.Zones;
import org.duban.launch.CityClock;
import org.duban.petition.Answer;
import org.duban.petition.Batch;
import org.duban.petition.Channel;
import org.duban.petition.Identity;
import org.duban.petition.NewLetter;
import org.duban.petition.Outcome;
import org.duban.petition.Petition;
import org.duban.petition.PetitionNumber;
import org.duban.petition.PetitionService;
import org.duban.petition.PetitionStore;
import org.duban.petition.Sanctions;
import org.duban.petition.Verdict;
import org.springframework.context.ApplicationContext;

/** Batches of their own for a test, answered, and the two persons who publish them. */
public final class PressOffice {

    static final Actor FIRST = Actor.of("coordinator", "杨月娥");
    static final Actor SECOND = Actor.of("coordinator2", "施启明");

    private static final AtomicInteger SERIAL = new AtomicInteger(100);
    private static final AtomicInteger ORDINAL = new AtomicInteger(1);

    private final PetitionService petitions;
    private final PetitionStore store;
    private final Publications publications;
    private final PublicationStore drafts;
    private final DraftReader reader;
    private final CityClock clock;

    /** The inspection is this test's own, and so are its batches. */
    final String inspection = "第九轮省级生态环境保护督察";

    public PressOffice(ApplicationContext application) {
        petitions = application.getBean(PetitionService.class);
        store = application.getBean(PetitionStore.class);
        publications = application.getBean(Publications.class);
        drafts = application.getBean(PublicationStore.class);
        reader = application.getBean(DraftReader.class);
        clock = application.getBean(CityClock.class);
    }

    public PressOffice at(String moment) {
        clock.freezeAt(LocalDateTime.parse(moment).atZone(Zones.CITY).toInstant());
        return this;
    }

    /** The number of a batch nobody else uses. */
    public static int ordinal() {
        return ORDINAL.getAndIncrement();
    }

    public CaseNo answered(int batch, String body) {
        return answered(batch, body, "经现场核查，情况属实。", "已责令整改。", null);
    }

    CaseNo answered(int batch, String body, String findings, String handling, Identity identity) {
        return letter(
                batch,
                body,
                identity,
                new Answer(Verdict.TRUE, Outcome.DONE, findings, handling, "按期完成整改", "无", Sanctions.NONE, null),
                true);
    }

    CaseNo open(int batch, String body) {
        return letter(batch, body, null, Answer.NONE, false);
    }

    private CaseNo letter(int batch, String body, Identity identity, Answer answer, boolean past) {
        LocalDate today = LocalDate.now(clock);
        String number = "X9FJ%s%04d".formatted(today.toString().replace("-", ""), SERIAL.incrementAndGet());
        NewLetter letter = new NewLetter(
                PetitionNumber.read(number, inspection, Channel.LETTER, today),
                Channel.LETTER,
                inspection,
                null,
                new Batch.Key(inspection, "", batch),
                today,
                today,
                "晋江市",
                UnitCode.of("350582"),
                null,
                null,
                List.of("大气", "噪声"),
                null,
                body,
                null,
                false,
                false,
                identity,
                answer,
                past);
        return petitions.registerAll(List.of(letter), FIRST).get(0).no();
    }

    Petition petition(CaseNo no) {
        return store.find(no).orElseThrow();
    }

    String number(CaseNo no) {
        return petition(no).letter().upstreamNo();
    }

    public long batch(CaseNo no) {
        return petition(no).letter().batch();
    }

    DraftReader.Reading reading(CaseNo no) {
        return reader.read(petition(no), drafts.draft(no).orElse(null));
    }

    PublicText proposed(CaseNo no) {
        Map<Part, String> parts = new EnumMap<>(Part.class);
        reading(no).parts().forEach(part -> parts.put(part.part(), part.text()));
        return new PublicText(parts);
    }

    PublicText with(CaseNo no, Part part, String words) {
        Map<Part, String> parts = new EnumMap<>(Part.class);
        parts.putAll(proposed(no).parts());
        parts.put(part, words);
        return new PublicText(parts);
    }

    Draft confirm(CaseNo no, PublicText text, String reason, String... kept) {
        return publications.confirm(no, text, reason, Set.of(kept), reading(no).version(), FIRST);
    }

    public Version publish(CaseNo no) {
        confirm(no, proposed(no), null);
        return publications.release(no, SECOND);
    }

    String token(CaseNo no) {
        return drafts.batch(batch(no)).orElseThrow().token();
    }
}
