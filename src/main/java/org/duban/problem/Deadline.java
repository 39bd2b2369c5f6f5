package org.duban.problem;

import java.time.LocalDate;
import org.duban.kernel.Refusal;

/**
 * A problem's time limit: {@code text} as the list wrote it; {@code dueOn} the last day, empty for 长期坚持 and, before
 * dispatch, for 立行立改; {@code alsoStanding} for 立行立改、长期坚持.
 */
public record Deadline(DeadlineKind kind, String text, LocalDate dueOn, Precision precision, boolean alsoStanding) {

    public static Deadline on(LocalDate day) {
        return new Deadline(DeadlineKind.DATE, null, day, Precision.DAY, false);
    }

    public static Deadline endOf(Precision precision, LocalDate day) {
        return new Deadline(DeadlineKind.PRECISION, null, precision.lastDay(day), precision, false);
    }

    public static Deadline immediate(LocalDate dueOn) {
        return new Deadline(DeadlineKind.IMMEDIATE, null, dueOn, Precision.DAY, false);
    }

    public static Deadline standing() {
        return new Deadline(DeadlineKind.STANDING, null, null, null, false);
    }

    /** Whether the problem can be dispatched with it. */
    boolean complete() {
        return switch (kind) {
            case DATE, PRECISION -> dueOn != null;
            case IMMEDIATE, STANDING -> true;
        };
    }

    /** With the last day filled in or put right, now that the problem is dispatched. */
    Deadline settled(LocalDate immediatelyDueOn) {
        return switch (kind) {
            case DATE -> new Deadline(kind, text, dueOn, Precision.DAY, alsoStanding);
            case PRECISION -> {
                Precision written = precision == null || precision == Precision.DAY ? Precision.MONTH : precision;
                yield new Deadline(kind, text, written.lastDay(dueOn), written, alsoStanding);
            }
            case IMMEDIATE ->
                new Deadline(kind, text, dueOn != null ? dueOn : immediatelyDueOn, Precision.DAY, alsoStanding);
            case STANDING -> new Deadline(kind, text, null, null, alsoStanding);
        };
    }

    /** On another day that was granted or counted: what the list wrote does not say it any more. */
    Deadline movedTo(LocalDate day) {
        DeadlineKind now = kind == DeadlineKind.PRECISION ? DeadlineKind.DATE : kind;
        return new Deadline(now, kind == DeadlineKind.IMMEDIATE ? text : null, day, Precision.DAY, alsoStanding);
    }

    /** As the coordinator confirms it on the dispatch form. */
    static Deadline confirmed(DeadlineKind kind, LocalDate dueOn, Deadline before, LocalDate today) {
        if (kind == null) {
            throw new Refusal("deadlineKind", "请选择整改时限的类型。");
        }
        boolean sameKind = before != null && before.kind() == kind;
        Deadline confirmed = new Deadline(
                kind,
                sameKind ? before.text() : null,
                dueOn,
                sameKind ? before.precision() : null,
                sameKind && before.alsoStanding());
        if (!confirmed.complete()) {
            throw new Refusal("dueOn", "限期整改的问题必须填写整改时限，请选择日期。");
        }
        if (kind != DeadlineKind.STANDING && dueOn != null && dueOn.isBefore(today)) {
            throw new Refusal("dueOn", "整改时限 " + dueOn + " 已经过去，请填写今天或以后的日期。");
        }
        return confirmed;
    }
}
