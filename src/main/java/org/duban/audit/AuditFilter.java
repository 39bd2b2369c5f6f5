package org.duban.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.duban.audit.AuditList.Field;
import org.duban.kernel.Refusal;
import org.duban.kernel.Zones;

/** How a list is narrowed; what is null is not asked for. */
public record AuditFilter(
        Integer n, LocalDate from, LocalDate to, String person, String caseNo, boolean late, String kind, Flow flow) {

    /** As given on the page, with the list's own number where none was. */
    static AuditFilter of(
            AuditList list,
            Integer n,
            LocalDate from,
            LocalDate to,
            String person,
            String caseNo,
            boolean late,
            String kind,
            String flow) {
        AuditList.Number number = list.number();
        if (number != null && n != null && (n < 1 || n > number.most())) {
            throw new Refusal("n", number.label() + "应在 1 至 " + number.most() + " 之间，请改正后重试。");
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw new Refusal("to", "截止日期早于起始日期，请改正后重试。");
        }
        return new AuditFilter(
                number == null ? null : n == null ? Integer.valueOf(number.usual()) : n,
                from,
                to,
                blankToNull(person),
                blankToNull(caseNo),
                late,
                blankToNull(kind),
                blankToNull(flow) == null ? null : Flow.byLetters(flow.strip()));
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    Instant begin() {
        return from == null ? null : from.atStartOfDay(Zones.CITY).toInstant();
    }

    /** The first letters of the case numbers asked for; null for all. */
    String letters() {
        return flow == null ? null : flow.letters();
    }

    /** The first moment after the period. */
    Instant end() {
        return to == null ? null : to.plusDays(1).atStartOfDay(Zones.CITY).toInstant();
    }

    /** As the record keeps what was exported. */
    String words(AuditList list) {
        List<String> words = new ArrayList<>();
        if (list.fields().contains(Field.NUMBER)) {
            words.add(list.number().label() + "：" + n);
        }
        if (from != null) {
            words.add("自 " + from);
        }
        if (to != null) {
            words.add("至 " + to);
        }
        if (person != null) {
            words.add("人员：" + person);
        }
        if (caseNo != null) {
            words.add("案号：" + caseNo);
        }
        if (late) {
            words.add("逾期后作出");
        }
        if (flow != null) {
            words.add("事项：" + flow.label());
        }
        if (kind != null) {
            words.add("类别：" + kind);
        }
        return String.join("；", words);
    }
}
