package org.duban.petition.repeat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.kernel.Zones;
import org.duban.launch.CityClock;
import org.duban.petition.Answer;
import org.duban.petition.Channel;
import org.duban.petition.Identity;
import org.duban.petition.NewLetter;
import org.duban.petition.Outcome;
import org.duban.petition.PetitionCommand;
import org.duban.petition.PetitionNumber;
import org.duban.petition.PetitionService;
import org.duban.petition.Sanctions;
import org.duban.petition.Verdict;
import org.springframework.context.ApplicationContext;

/** Letters of batches of their own, and the steps to an answer. */
public final class Mailbag {

    public static final Actor COORDINATOR = Actor.of("coordinator", "杨月娥");
    public static final Actor SECOND = Actor.of("coordinator2", "林志强");
    private static final UnitCode UNIT = UnitCode.of("350582");
    private static final AtomicInteger SERIAL = new AtomicInteger();

    private final PetitionService petitions;
    private final CityClock clock;
    private final String inspection;

    /** @param inspection one that no other test uses */
    public Mailbag(ApplicationContext application, String inspection, String day) {
        petitions = application.getBean(PetitionService.class);
        clock = application.getBean(CityClock.class);
        this.inspection = inspection;
        on(day);
    }

    public Mailbag on(String day) {
        clock.freezeAt(LocalDate.parse(day)
                .atTime(LocalTime.of(9, 0))
                .atZone(Zones.CITY)
                .toInstant());
        return this;
    }

    public void tidy() {
        clock.reset();
    }

    public String inspection() {
        return inspection;
    }

    public String number() {
        return "X9FJ%s%04d".formatted(LocalDate.now(clock).toString().replace("-", ""), SERIAL.incrementAndGet());
    }

    public CaseNo letter(int batch, String body) {
        return letter(number(), batch, body, null, null);
    }

    public CaseNo letter(String number, Integer batch, String body, String reference, Identity identity) {
        LocalDate today = LocalDate.now(clock);
        NewLetter letter = new NewLetter(
                PetitionNumber.of(number, "督察编号"),
                Channel.LETTER,
                batch == null ? null : inspection,
                null,
                batch,
                today,
                today,
                "晋江市",
                UNIT,
                null,
                null,
                List.of("大气"),
                "群众身边的生态环境问题",
                body,
                reference,
                false,
                false,
                identity,
                Answer.NONE);
        return petitions.registerAll(List.of(letter), COORDINATOR).get(0).no();
    }

    /** All steps up to an answer that has passed the review. */
    public void answer(CaseNo no, Outcome outcome, String findings, String handling) {
        petitions.dispatch(
                no,
                new PetitionCommand.Dispatch(
                        List.of(new PetitionCommand.Dispatch.ShareOf(UNIT.value(), BigDecimal.ONE)), null, null),
                COORDINATOR);
        petitions.signFor(
                no,
                UNIT,
                new PetitionCommand.SignFor(PetitionCommand.SignFor.Choice.SIGN, null, null, null),
                COORDINATOR);
        petitions.fileFindings(
                no,
                UNIT,
                new PetitionCommand.FileFindings(
                        Verdict.TRUE,
                        outcome,
                        findings,
                        handling,
                        "达标排放",
                        "对镇长许大山批评教育",
                        Sanctions.NONE,
                        outcome == Outcome.DONE ? null : LocalDate.now(clock).plusDays(30)),
                COORDINATOR);
        petitions.headSign(
                no, UNIT, new PetitionCommand.HeadSign(PetitionCommand.HeadSign.Choice.SIGN, null), COORDINATOR);
        petitions.review(no, new PetitionCommand.Review(PetitionCommand.Review.Choice.PASS, null), COORDINATOR);
    }

    /** What was settled for a stage is settled for good. */
    public void settle(CaseNo no) {
        petitions.followUp(
                no, new PetitionCommand.FollowUp(PetitionCommand.FollowUp.Choice.DONE, "设施已经拆除", null), COORDINATOR);
    }

    /** It becomes a problem. */
    public void becomeProblem(CaseNo no) {
        petitions.followUp(
                no, new PetitionCommand.FollowUp(PetitionCommand.FollowUp.Choice.PROBLEM, "需要长期整改", null), COORDINATOR);
    }
}
