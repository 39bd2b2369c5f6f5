package org.duban.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Everything of one case, as {@code GET /api/cases/{no}} answers it. Units inside the lists are codes and people are
 * accounts; {@link #names()} gives the names of both.
 *
 * @param dueOn the last day, null for 长期坚持 or before dispatch
 * @param daysLeft calendar days to the last day, negative when over, null without one or once done
 * @param mayBeReturned whether the form for signing offers the return
 * @param plan the plan in force or in hand, null before the first
 * @param notice the public notice that runs or ran last, null before the first
 */
public record ProblemFile(
        String no,
        String flow,
        String title,
        String description,
        String source,
        String listName,
        String listRegion,
        String listSerial,
        List<String> pollutionTypes,
        String site,
        Risk risk,
        String riskLabel,
        ProblemState state,
        String stateLabel,
        UnitName leadUnit,
        List<UnitName> responsibleUnits,
        UnitName supervisingUnit,
        Limit deadline,
        LocalDate dueOn,
        boolean overdue,
        Long daysLeft,
        String goal,
        String measuresText,
        int rectification,
        int attempt,
        int returnCount,
        boolean mayBeReturned,
        Instant registeredAt,
        String registeredBy,
        Instant rectifiedAt,
        Instant struckOffAt,
        int version,
        Plan plan,
        PublicNotice notice,
        List<Plan> plans,
        List<DispatchReturn> returns,
        List<Report> reports,
        List<Check> checks,
        List<PublicNotice> notices,
        List<Entry> history,
        Map<String, String> names) {

    /** A unit with the name to show. */
    public record UnitName(String code, String name) {}

    /** The time limit with the office's words: {@code words} reads like 2026年6月底前 or 立行立改、长期坚持. */
    public record Limit(
            DeadlineKind kind,
            String kindLabel,
            String text,
            LocalDate dueOn,
            Precision precision,
            boolean alsoStanding,
            String words) {}

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
