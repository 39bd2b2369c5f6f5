package org.duban.deadline.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The requests about a case and what may be asked for now, as {@code GET /api/cases/{no}/requests} answers them. */
@Schema(description = "申请与可申请的期限 / Requests about a case, and what may be asked for")
public record CaseRequests(List<Item> requests, List<Limit> limits, Offer reassignment) {

    /**
     * One request in words.
     *
     * @param about which deadline
     * @param cap 第 1 次，共可 2 次
     * @param standing the clock stands still because of it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            long id,
            RequestKind kind,
            String kindLabel,
            RequestState state,
            String stateLabel,
            Long deadlineId,
            String about,
            String unit,
            String unitName,
            LocalDate dueOn,
            LocalDate wantedOn,
            String wantedLeadUnit,
            List<String> wantedUnits,
            String reason,
            String progress,
            String cap,
            Approver approver,
            String approverLabel,
            String clause,
            Mark asked,
            Mark signed,
            Answer decided,
            Mark resumed,
            String note,
            boolean standing,
            boolean mayWithdraw,
            boolean mayResume) {

        /** 希望延到 2026-07-31 and the like. */
        public String wanted() {
            return switch (kind) {
                case EXTENSION -> "希望延到 " + wantedOn;
                case SUSPENSION -> "希望挂账至 " + wantedOn;
                case REASSIGNMENT ->
                    "建议改由" + wantedLeadUnit + "牵头"
                            + (wantedUnits.isEmpty() ? "" : "，责任单位 " + String.join("、", wantedUnits));
            };
        }
    }

    /** Who did something, when, and what was said. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Mark(String name, Instant at, String said) {}

    /** The decision, {@code what} in words. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answer(boolean granted, String what, String reason, boolean afterExpiry, String name, Instant at) {}

    /**
     * A deadline that runs, with the explanation of its day.
     *
     * @param rule the model's element it belongs to, for a task
     * @param followsLimit its day is the case's own limit and moves with it
     * @param unit who has to act; null for a case's own limit and for tasks of the office
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Limit(
            long id,
            String kind,
            String name,
            String rule,
            boolean followsLimit,
            String unit,
            LocalDate originalDueOn,
            LocalDate currentDueOn,
            String due,
            boolean missed,
            LocalDate suspendedUntil,
            List<String> explanation,
            Offer extension,
            Offer suspension) {}

    /**
     * Whether the person who asks may ask for it now.
     *
     * @param yours whether it is the person's to ask for at all
     * @param closed why not, in words; null when it is open
     * @param latestOn the latest day that may be asked for; null where days play no part
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Offer(
            boolean open,
            boolean yours,
            String closed,
            String cap,
            LocalDate latestOn,
            String approver,
            String clause) {}
}
