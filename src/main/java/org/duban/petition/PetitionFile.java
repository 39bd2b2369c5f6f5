package org.duban.petition;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Everything of one letter, as {@code GET /api/cases/{no}} answers it. Who wrote it is not part of it. Units inside the
 * lists are codes and people are accounts; {@link #names()} gives the names of both.
 *
 * @param body with telephone and document numbers hidden
 * @param petitioner what is known of who wrote, without saying who
 * @param daysLeft calendar days to the last day, negative when over, null once answered
 * @param mayBeReturned whether the form for signing offers the return
 */
public record PetitionFile(
        String no,
        String flow,
        String title,
        String upstreamNo,
        Channel channel,
        String channelLabel,
        String inspection,
        String handoverNo,
        Long batch,
        String batchName,
        LocalDate receivedOn,
        String region,
        UnitName district,
        String place,
        String firm,
        List<String> pollutionTypes,
        String problemType,
        String body,
        String referenceText,
        boolean starred,
        boolean keyMark,
        Petitioner petitioner,
        String petitionerLabel,
        PetitionState state,
        String stateLabel,
        UnitName leadUnit,
        List<Part> shares,
        Answer answer,
        String verdictLabel,
        String outcomeLabel,
        LocalDate dueOn,
        boolean overdue,
        Long daysLeft,
        int attempt,
        int returnCount,
        int redispatches,
        int callBacks,
        boolean mayBeReturned,
        Boolean satisfied,
        String leader,
        String problemNo,
        Instant registeredAt,
        String registeredBy,
        Instant dispatchedAt,
        Instant signedAt,
        Instant answeredAt,
        Instant passedAt,
        Instant closedAt,
        int version,
        List<ShareReturn> returns,
        List<Report> reports,
        List<Check> checks,
        List<Entry> history,
        Map<String, String> names) {

    /** A unit with the name to show. */
    public record UnitName(String code, String name) {}

    /** A unit's share and how far it is. */
    public record Part(UnitName unit, BigDecimal share, Instant signedAt, Instant answeredAt) {}

    /** One line of the history. */
    public record Entry(
            long seq,
            Instant at,
            String event,
            String label,
            String actor,
            String actorName,
            String onBehalfOf,
            String unit,
            Map<String, Object> data) {}
}
