package org.duban.petition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A letter as a task form shows it. Of who wrote it there is one word, named or not; the text is the masked one.
 *
 * @param daysLeft until the answer is due, below zero when it is late; null when nothing runs
 * @param answer of all units together; null while there is none
 * @param names of units by code and of people by account
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LetterAtHand(
        String no,
        String upstreamNo,
        String inspection,
        String channelLabel,
        String batchName,
        LocalDate receivedOn,
        String districtName,
        String place,
        String firm,
        List<String> pollutionTypes,
        String title,
        String body,
        String referenceText,
        boolean key,
        String petitionerLabel,
        PetitionState state,
        String stateLabel,
        LocalDate dueOn,
        Long daysLeft,
        int attempt,
        boolean mayBeReturned,
        List<Part> shares,
        List<Returned> returns,
        List<Reported> reports,
        List<Checked> checks,
        Content answer,
        Map<String, String> names) {

    /** A unit's share. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Part(String unit, String name, BigDecimal share, Instant signedAt, Instant answeredAt) {}

    /** A return and what was decided. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Returned(
            String unit,
            String reasonLabel,
            String reason,
            String suggestedUnit,
            Instant returnedAt,
            ShareReturn.Decision decision,
            String decisionLabel,
            String newUnit,
            String answer) {}

    /** What was found and done. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Content(
            Verdict verdict,
            String verdictLabel,
            Outcome outcome,
            String outcomeLabel,
            String findings,
            String handling,
            String goal,
            String accountability,
            Sanctions sanctions,
            LocalDate plannedOn) {

        static Content of(Answer answer) {
            return answer.verdict() == null
                    ? null
                    : new Content(
                            answer.verdict(),
                            answer.verdict().label(),
                            answer.outcome(),
                            answer.outcome() == null ? null : answer.outcome().label(),
                            answer.findings(),
                            answer.handling(),
                            answer.goal(),
                            answer.accountability(),
                            answer.sanctions(),
                            answer.plannedOn());
        }
    }

    /** A unit's report. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reported(
            String unit,
            int attempt,
            Content content,
            String reportedBy,
            Instant reportedAt,
            Report.Decision decision,
            String reason) {}

    /** What a reviewer, a follow-up, the petitioner or the leader said. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Checked(
            String stage,
            String stageLabel,
            String result,
            String resultLabel,
            String opinion,
            LocalDate onDay,
            String checkedBy,
            Instant checkedAt) {}
}
