package org.duban.petition;

import static org.duban.petition.LetterDriver.COORDINATOR;
import static org.duban.petition.LetterDriver.HUIAN;
import static org.duban.petition.LetterDriver.JINJIANG;
import static org.duban.petition.LetterDriver.LEADER;
import static org.duban.petition.LetterDriver.NANAN;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.duban.kernel.Refusal;
import org.springframework.core.NestedExceptionUtils;

/** Takes any one of the tasks a letter waits for and does it, forwards or back, as its unit and office may. */
public final class AnyLetterHand {

    private static final List<String> UNITS = List.of(JINJIANG, NANAN, HUIAN);

    private static final Set<String> HEADS =
            Set.of("UserTask_SignFindings", "UserTask_CombineAnswer", "UserTask_SignRequest");

    private AnyLetterHand() {}

    /** @return what was done; null when nobody has a task */
    public static String takes(LetterDriver letter, Random random) {
        List<String> waiting = letter.waiting();
        if (waiting.isEmpty()) {
            return null;
        }
        String element = waiting.get(random.nextInt(waiting.size()));
        boolean forward = random.nextInt(3) > 0;
        String who = whose(letter, element);
        if (element.equals("UserTask_Investigate") && random.nextBoolean()) {
            letter.as(who).attaches(element, null);
        }
        try {
            letter.does(who, element, form(letter, element, forward, random));
        } catch (RuntimeException refused) {
            if (!overtaken(element, refused)) {
                throw refused;
            }
            letter.does(who, element, "{\"decision\":\"refuse\",\"reason\":\"期限已另行调整\"}");
        }
        return element + (forward ? " forward" : " back");
    }

    /** The limit was moved further than the request wanted it. */
    private static boolean overtaken(String element, RuntimeException refused) {
        return element.startsWith("UserTask_DecideRequest")
                && NestedExceptionUtils.getMostSpecificCause(refused) instanceof Refusal;
    }

    // A clerk whom another test made a head as well would sign what he asked for himself.
    private static String whose(LetterDriver letter, String element) {
        String office = HEADS.contains(element) ? "head" : "clerk";
        return Stream.concat(Stream.of(COORDINATOR, LEADER), UNITS.stream().map(unit -> office + unit))
                .filter(who -> letter.as(who).list().contains(element))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody has " + element + " of " + letter.no()));
    }

    private static String form(LetterDriver letter, String element, boolean forward, Random random) {
        LocalDate today = letter.office().today();
        return switch (element) {
            case "UserTask_DispatchPetition" -> dispatch(random);
            case "UserTask_SignForPetition" ->
                forward || !letter.letter().mayBeReturned(2)
                        ? "{\"decision\":\"sign\"}"
                        : LetterDriver.giveBack("notOurDuty").replace(",\"suggestedUnit\":\"350521\"", "");
            case "UserTask_ArbitratePetition" -> arbitrate(letter, forward, random);
            case "UserTask_AppointUnit" -> appoint(letter);
            case "UserTask_Investigate" ->
                forward ? LetterDriver.done() : LetterDriver.staged(today.plusDays(1 + random.nextInt(20)));
            case "UserTask_SignFindings" ->
                forward ? "{\"decision\":\"sign\"}" : "{\"decision\":\"return\",\"reason\":\"补充监测报告\"}";
            case "UserTask_CombineAnswer" -> "{\"findings\":\"联合核查,情况属实\",\"handling\":\"各地均已整改\"}";
            case "UserTask_ReviewAnswer" -> LetterDriver.review(forward);
            case "UserTask_CallBack" ->
                LetterDriver.callBack(!forward ? "dissatisfied" : random.nextBoolean() ? "satisfied" : "unreached");
            case "UserTask_ReportProgress" ->
                "{\"text\":\"设备到货\",\"settled\":%s,\"plannedOn\":\"%s\"}".formatted(forward, today.plusDays(9));
            case "UserTask_AssessProgress" ->
                "{\"decision\":\"%s\",\"text\":\"现场复核\",\"plannedOn\":\"%s\"}"
                        .formatted(
                                forward ? "done" : random.nextInt(3) == 0 ? "problem" : "continue", today.plusDays(9));
            case "UserTask_TakeUpCase" -> LetterDriver.takeUp(today.plusDays(30));
            case "UserTask_ConcludeCase" -> "{\"text\":\"搬迁完成,信访人认可\"}";
            case "UserTask_SignRequest" -> "{\"decision\":\"sign\"}";
            case "UserTask_DecideRequest", "UserTask_DecideRequestByLeader" ->
                "{\"decision\":\"%s\",\"reason\":\"经研究\"}".formatted(forward ? "grant" : "refuse");
            default -> throw new AssertionError("no hand for " + element);
        };
    }

    private static String dispatch(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> "{\"decision\":\"refuse\",\"reason\":\"属劳动争议,不属生态环境事项\"}";
            case 1, 2, 3 -> LetterDriver.dispatch(JINJIANG);
            default -> LetterDriver.dispatch(JINJIANG, NANAN);
        };
    }

    private static String arbitrate(LetterDriver letter, boolean forward, Random random) {
        if (random.nextInt(8) == 0) {
            return "{\"decision\":\"forward\",\"receiver\":\"市住建局信访科\",\"reason\":\"属物业管理事项\"}";
        }
        return forward
                ? "{\"decision\":\"keep\",\"reason\":\"点位在本辖区内\"}"
                : "{\"decision\":\"reassign\",\"unit\":\"%s\",\"reason\":\"点位在邻县\"}".formatted(other(letter));
    }

    private static String appoint(LetterDriver letter) {
        return "{\"unit\":\"%s\",\"reason\":\"由该县承办\"}".formatted(other(letter));
    }

    /** A unit that has no part in the letter yet; there always is one more than there are parts. */
    private static String other(LetterDriver letter) {
        List<String> mine =
                letter.letter().units().stream().map(Object::toString).toList();
        return UNITS.stream().filter(unit -> !mine.contains(unit)).findFirst().orElseThrow();
    }
}
