package org.duban.petition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Why a letter's task came back: who sent it, when, and for what reason.
 *
 * @param what the heading it stands under
 * @param by the person's name
 */
public record LetterSentBack(String what, String by, Instant at, String reason) {

    private static final Set<PetitionFact> BACK_TO_SIGNING =
            Set.of(PetitionFact.RETURN_REJECTED, PetitionFact.UNIT_DECIDED);

    /** The last fact that leads to the task decides: after a return it is the return, after a start it is nothing. */
    static Optional<LetterSentBack> of(List<PetitionEvent> history, String element, String unit) {
        return switch (element) {
            case "UserTask_SignForPetition" ->
                last(
                                history,
                                event -> mine(event, unit),
                                PetitionFact.REASSIGNED,
                                PetitionFact.UNIT_DECIDED,
                                PetitionFact.RETURN_REJECTED)
                        .filter(event -> BACK_TO_SIGNING.contains(event.fact()))
                        .filter(event -> event.fact() == PetitionFact.RETURN_REJECTED
                                || unit.equals(event.data().get("formerUnit")))
                        .map(event -> because("裁定意见", event, "reason"));
            case "UserTask_Investigate" ->
                last(
                                history,
                                event -> mine(event, unit) || ofTheWhole(event),
                                PetitionFact.SIGNED_FOR,
                                PetitionFact.ANSWER_RETURNED,
                                PetitionFact.REDISPATCHED,
                                PetitionFact.PETITIONER_DISSATISFIED)
                        .flatMap(LetterSentBack::work);
            case "UserTask_ReportProgress" ->
                last(history, event -> true, PetitionFact.REVIEW_PASSED, PetitionFact.FOLLOWED_UP)
                        .filter(event -> event.fact() == PetitionFact.FOLLOWED_UP)
                        .map(event -> because("上次核定意见", event, "text"));
            default -> Optional.empty();
        };
    }

    private static Optional<LetterSentBack> work(PetitionEvent event) {
        return switch (event.fact()) {
            case ANSWER_RETURNED -> Optional.of(because("退回理由", event, "reason"));
            case REDISPATCHED -> Optional.of(because("二次派单的理由", event, "opinion"));
            case PETITIONER_DISSATISFIED -> Optional.of(because("信访人不满意的理由", event, "text"));
            default -> Optional.empty();
        };
    }

    private static boolean ofTheWhole(PetitionEvent event) {
        return event.fact() == PetitionFact.REDISPATCHED || event.fact() == PetitionFact.PETITIONER_DISSATISFIED;
    }

    private static boolean mine(PetitionEvent event, String unit) {
        return event.unit() != null && event.unit().value().equals(unit);
    }

    private static LetterSentBack because(String what, PetitionEvent event, String field) {
        return new LetterSentBack(
                what, event.by().name(), event.at(), (String) event.data().get(field));
    }

    private static Optional<PetitionEvent> last(
            List<PetitionEvent> history, Predicate<PetitionEvent> concerns, PetitionFact... facts) {
        Set<PetitionFact> wanted = Set.of(facts);
        return history.stream()
                .filter(event -> wanted.contains(event.fact()))
                .filter(concerns)
                .reduce((earlier, later) -> later);
    }
}
