package org.duban.petition.publication;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.petition.Batch;
import org.duban.petition.BatchStore;
import org.duban.petition.Petition;
import org.duban.petition.PetitionFact;
import org.duban.petition.PetitionNotes;
import org.duban.petition.PetitionStore;
import org.springframework.stereotype.Component;

/** The second person's part: what leaves the house, what is taken back, and the version that is kept of it. */
@Component
class Releasing {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int TOKEN = 28;

    private final PetitionStore petitions;
    private final BatchStore batches;
    private final PublicationStore store;
    private final WithholdingStore withholdings;
    private final Drafts drafts;
    private final PetitionNotes notes;
    private final Clock clock;

    Releasing(
            PetitionStore petitions,
            BatchStore batches,
            PublicationStore store,
            WithholdingStore withholdings,
            Drafts drafts,
            PetitionNotes notes,
            Clock clock) {
        this.petitions = petitions;
        this.batches = batches;
        this.store = store;
        this.withholdings = withholdings;
        this.drafts = drafts;
        this.notes = notes;
        this.clock = clock;
    }

    Version release(CaseNo no, Actor by) {
        Petition petition = locked(no);
        withholdings.open(no).ifPresent(Withholdings::standing);
        Draft draft = confirmed(no);
        if (!FourEyes.different(draft.confirmed().by(), by)) {
            throw new Refusal("这件由" + draft.confirmed().name() + "确认，本人（包括替本人代办的）不能自己发布，请由另一人复核发布。");
        }
        if (!draft.upToDate(petition) || !draft.source().equals(drafts.source(petition))) {
            throw new Refusal("确认以后办理情况又有变化，请重新核对、确认后再发布。");
        }
        List<PersonalDataLeft.Left> left = drafts.left(petition, draft.text(), draft.kept());
        if (!left.isEmpty()) {
            throw new PersonalDataLeft(left);
        }
        Version version = publish(
                draft, PublicRow.of(petition, draft.text()), draft.change(), draft.reason(), draft.confirmed(), by);
        store.save(draft.published(Live.SHOWN));
        tell(version, draft.change() == Change.CORRECTED ? PetitionFact.CORRECTED : PetitionFact.PUBLISHED, by);
        return version;
    }

    /** Takes a line off the public page at once; one person may, because harm may be done meanwhile. */
    Version withdraw(CaseNo no, String reason, Actor by) {
        locked(no);
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty()) {
            throw new Refusal("reason", "请写明撤回的原因，会向公众显示。");
        }
        Confirming.checkReason(why);
        Draft draft = store.draft(no)
                .filter(one -> one.live() == Live.SHOWN)
                .orElseThrow(() -> new Refusal("信访件 " + no + " 现在没有公开，不用撤回。"));
        Version last = store.last(no).orElseThrow();
        Version version = publish(draft, PublicRow.withdrawn(last.row().no()), Change.WITHDRAWN, why, null, by);
        store.save(draft.published(Live.WITHDRAWN));
        tell(version, PetitionFact.WITHDRAWN, by);
        return version;
    }

    void sendBack(CaseNo no, String reason, Actor by) {
        locked(no);
        Draft draft = confirmed(no);
        if (reason == null || reason.isBlank()) {
            throw new Refusal("reason", "退回修改的，请写明意见。");
        }
        store.save(draft.sentBack(reason.strip()));
        notes.add(no, PetitionFact.MASK_RETURNED, null, Map.of("reason", reason.strip()), by);
    }

    /** Which columns a batch is published in; fixed with its first table. */
    void lay(long batch, TableLayout layout) {
        PublicBatch open = store.lockBatch(batch);
        if (open.open() && open.layout() != layout) {
            throw new Refusal("layout", "该批已经公开，栏目不能再换。");
        }
        store.saveBatch(new PublicBatch(batch, layout, open.token(), open.firstOn(), open.lastAt()));
    }

    private Petition locked(CaseNo no) {
        return petitions.lock(no).orElseThrow(() -> new Refusal("no", "没有案号为 " + no + " 的信访件，请核对案号。"));
    }

    private Draft confirmed(CaseNo no) {
        return store.draft(no)
                .filter(draft -> draft.step() == Draft.Step.CONFIRMED)
                .orElseThrow(() -> new Refusal("信访件 " + no + " 没有待发布的公开稿，可能刚刚有人办理，请刷新后再看。"));
    }

    private Version publish(Draft draft, PublicRow row, Change change, String reason, Signature confirmed, Actor by) {
        Batch batch = batches.find(draft.batch()).orElseThrow();
        PublicBatch open = store.lockBatch(draft.batch());
        Instant now = clock.instant();
        LocalDate today = LocalDate.now(clock);
        Version last = store.last(draft.no()).orElse(null);
        int serial = last == null ? store.nextSerial(draft.batch()) : last.serial();
        int number = last == null ? 1 : last.version() + 1;
        String content = PublishedContent.of(batch, serial, number, change, reason, today, row);
        Version version = new Version(
                draft.no(),
                number,
                draft.batch(),
                serial,
                change,
                reason,
                last == null ? today : last.sectionOn(),
                row,
                content,
                PublishedContent.sha256(content),
                confirmed,
                new Signature(by, now));
        store.add(version);
        store.saveBatch(new PublicBatch(
                draft.batch(),
                open.layout(),
                open.open() ? open.token() : token(),
                open.open() ? open.firstOn() : today,
                now));
        return version;
    }

    private void tell(Version version, PetitionFact fact, Actor by) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("change", version.change().label());
        data.put("version", version.version());
        data.put("batch", version.batch());
        data.put("serial", version.serial());
        if (version.reason() != null) {
            data.put("reason", version.reason());
        }
        if (version.confirmed() != null) {
            data.put("confirmedBy", version.confirmed().name());
        }
        data.put("sha256", version.sha256());
        notes.add(version.no(), fact, null, data, by);
    }

    /** About 138 random bits. */
    static String token() {
        StringBuilder token = new StringBuilder();
        for (int i = 0; i < TOKEN; i++) {
            token.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return token.toString();
    }
}
