package org.duban.deadline.request;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duban.deadline.LedgerEntry;
import org.duban.deadline.LedgerKind;
import org.duban.deadline.Subjects;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.kernel.Zones;
import org.duban.organisation.Units;

/** What extension and suspension share: both are about a deadline that runs and has not passed. */
abstract class LimitHandling implements RequestHandling {

    private static final Pattern UNIT_GROUP = Pattern.compile("unit([A-Za-z0-9]+?)(?:head)?");

    /** Tasks of the approvals themselves; time for these is nothing to be asked for. */
    private static final Pattern APPROVAL = Pattern.compile("UserTask_(Sign|Decide)(Request|Reassignment)(ByLeader)?");

    private final Subjects subjects;
    private final Units units;
    final Clock clock;

    LimitHandling(Subjects subjects, Units units, Clock clock) {
        this.subjects = subjects;
        this.units = units;
        this.clock = clock;
    }

    /** Whether anything can be asked for about that deadline at all. */
    static boolean concerns(LedgerEntry limit) {
        return limit.kind().ofTheCase()
                || limit.kind() == LedgerKind.TASK
                        && !APPROVAL.matcher(limit.rule()).matches();
    }

    @Override
    public String about(LedgerEntry limit) {
        return limit.kind().label();
    }

    @Override
    public Optional<UnitCode> asker(CaseNo no, LedgerEntry limit) {
        return limit.kind().ofTheCase() ? Optional.ofNullable(subjects.of(no).leadUnit()) : holder(limit);
    }

    /** The unit that has to act. */
    static Optional<UnitCode> holder(LedgerEntry limit) {
        String group = limit.course().holder();
        Matcher unit = UNIT_GROUP.matcher(group == null ? "" : group);
        return unit.matches() ? Optional.of(UnitCode.of(unit.group(1))) : Optional.empty();
    }

    @Override
    public Optional<String> closed(CaseNo no, LedgerEntry limit) {
        return lost(no, limit).or(() -> {
            String word = kind().label();
            if (limit.missed(clock.instant())) {
                return Optional.of("期限已于 " + day(limit) + " 到期，逾期不再受理" + word + "申请。请抓紧办理，并向市环委办书面说明情况。");
            }
            if (limit.course().followsSubject()) {
                return Optional.of("本环节的期限就是整改时限，请对整改时限提出申请" + lead(no) + "。");
            }
            if (asker(no, limit).isEmpty()) {
                return Optional.of("本环节由环委办办理，不受理" + word + "申请。");
            }
            return Optional.empty();
        });
    }

    private String lead(CaseNo no) {
        return Optional.ofNullable(subjects.of(no).leadUnit())
                .map(unit -> "（由牵头单位" + units.shortName(unit) + "提出）")
                .orElse("");
    }

    @Override
    public Optional<String> lost(CaseNo no, LedgerEntry limit) {
        if (!limit.isOpen()) {
            return Optional.of("期限已经办结或取消，不需要再申请" + kind().label() + "。");
        }
        if (limit.course().suspended()) {
            return Optional.of("期限正在挂账（至 " + limit.course().suspendedUntil() + "），恢复计时以后再办理" + kind().label() + "。");
        }
        return Optional.empty();
    }

    private static String day(LedgerEntry limit) {
        ZonedDateTime passed = limit.course().dueAt().atZone(Zones.CITY);
        return limit.period().hours() == null
                ? limit.currentDueOn().toString()
                : passed.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm"));
    }

    /** 理由 and 意见 as they stand with the move. */
    static String because(DeadlineRequest granted) {
        String answer = granted.decided().reason();
        return granted.reason() + (answer == null || answer.isBlank() ? "" : "（审批意见：" + answer + "）");
    }
}
