package org.duban.petition;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.kernel.Zones;
import org.duban.launch.CityClock;
import org.duban.petition.PetitionCommand.Dispatch;
import org.duban.petition.PetitionCommand.FileFindings;
import org.duban.petition.PetitionCommand.HeadSign;
import org.duban.petition.PetitionCommand.SignFor;
import org.springframework.context.ApplicationContext;

/** Letters of their own for a test, and the steps every letter takes, as the use cases take them. */
public final class LetterBox {

    public static final Actor COORDINATOR = Actor.of("coordinator", "协调员");
    public static final UnitCode JINJIANG = UnitCode.of("350582");
    public static final UnitCode NANAN = UnitCode.of("350583");
    public static final UnitCode HUIAN = UnitCode.of("350521");

    private static final AtomicInteger SERIAL = new AtomicInteger();

    private final PetitionService petitions;
    private final CityClock clock;

    public LetterBox(ApplicationContext application) {
        petitions = application.getBean(PetitionService.class);
        clock = application.getBean(CityClock.class);
    }

    public LetterBox on(String day) {
        clock.freezeAt(LocalDate.parse(day)
                .atTime(LocalTime.of(9, 0))
                .atZone(Zones.CITY)
                .toInstant());
        return this;
    }

    public LetterBox at(Instant instant) {
        clock.freezeAt(instant);
        return this;
    }

    /** A call to an inspection's line, received today, about 晋江市. */
    public NewLetter letter() {
        LocalDate today = LocalDate.now(clock);
        String number = "D4FJ%s%04d".formatted(today.toString().replace("-", ""), SERIAL.incrementAndGet());
        return letter(number, "中央生态环境保护督察", Channel.CALL, "晋江市陈埭镇第 " + SERIAL.get() + " 家鞋厂夜间排放刺鼻气味，影响居民休息。");
    }

    /** A letter from the platform of every day. */
    public NewLetter platformLetter() {
        return letter(
                "PT" + "%012d".formatted(SERIAL.incrementAndGet()),
                null,
                Channel.PLATFORM,
                "晋江市池店镇第 " + SERIAL.get() + " 家烧烤店油烟直排。");
    }

    public NewLetter letter(String number, String inspection, Channel channel, String body) {
        LocalDate today = LocalDate.now(clock);
        PetitionNumber read = number == null ? null : PetitionNumber.read(number, inspection, channel, today);
        return new NewLetter(
                read,
                channel,
                inspection,
                null,
                null,
                null,
                today,
                "晋江市",
                JINJIANG,
                "陈埭镇",
                null,
                List.of("大气"),
                null,
                body,
                null,
                false,
                false,
                null,
                Answer.NONE,
                false);
    }

    public CaseNo register(NewLetter letter) {
        return petitions.registerAll(List.of(letter), COORDINATOR).get(0).no();
    }

    /** Units and shares in turn. */
    public static Dispatch dispatch(Object... unitsAndShares) {
        return new Dispatch(
                IntStream.range(0, unitsAndShares.length / 2)
                        .mapToObj(i -> new Dispatch.ShareOf(
                                unitsAndShares[2 * i].toString(), new BigDecimal((String) unitsAndShares[2 * i + 1])))
                        .toList(),
                null,
                null);
    }

    public static SignFor sign() {
        return new SignFor(SignFor.Choice.SIGN, null, null, null);
    }

    public static FileFindings findings(Verdict verdict, Outcome outcome, LocalDate plannedOn) {
        return new FileFindings(
                verdict,
                outcome,
                "现场核查，所述情况" + verdict.label() + "。",
                "责令限期整改。",
                null,
                null,
                new Sanctions(1, 1, new BigDecimal("30000"), null, null, 1, null),
                plannedOn);
    }

    public static HeadSign headSign() {
        return new HeadSign(HeadSign.Choice.SIGN, null);
    }
}
