package org.duban.launch.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duban.kernel.UnitCode;
import org.duban.kernel.Zones;
import org.duban.launch.SamplePast;
import org.duban.problem.Criterion;
import org.duban.problem.ProblemFile;

/** What the people of the sample city write into the forms of one problem, and under which account. */
final class SampleWords {

    private static final Map<String, String> RETURN_REASONS = Map.of(
            "不属本辖区", "NOT_OUR_AREA",
            "不属本单位职责", "NOT_OUR_DUTY",
            "重复交办", "DUPLICATE",
            "事实有误", "WRONG_FACTS");

    private final ProblemFile file;
    private final SamplePast past;

    SampleWords(ProblemFile file, SamplePast past) {
        this.file = file;
        this.past = past;
    }

    String leadClerk() {
        return "clerk" + file.leadUnit().code();
    }

    String leadHead() {
        return "head" + file.leadUnit().code();
    }

    String supervisor() {
        return "clerk" + file.supervisingUnit().code();
    }

    String clerk(UnitCode unit) {
        return "clerk" + unit.value();
    }

    String head(UnitCode unit) {
        return "head" + unit.value();
    }

    String place() {
        return file.site() == null ? file.listRegion() : file.site();
    }

    Map<String, Object> returned() {
        String[] parts = past.returned().split("[:：]", 2);
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("decision", "return");
        form.put("reasonCode", RETURN_REASONS.getOrDefault(parts[0].strip(), "OTHER"));
        form.put("reason", parts[parts.length - 1].strip());
        return form;
    }

    Map<String, Object> kept() {
        return Map.of("decision", "keep", "reason", "经核对清单和点位,仍由原牵头单位办理。");
    }

    Map<String, Object> plan(Instant at) {
        List<Map<String, Object>> measures = new ArrayList<>();
        for (String measure : measures()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("text", measure);
            row.put("dueOn", measureDue(at));
            row.put("responsiblePerson", file.leadUnit().name() + "分管负责人");
            row.put(
                    "unit",
                    file.responsibleUnits().isEmpty()
                            ? file.leadUnit().code()
                            : file.responsibleUnits().get(0).code());
            measures.add(row);
        }
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("goal", file.goal() == null ? past.plan() : file.goal());
        form.put("contact", "整改专班");
        form.put(
                "phone",
                "0595-0000" + String.format("%04d", Math.floorMod(file.no().hashCode(), 10_000)));
        form.put("measures", measures);
        return form;
    }

    Map<String, Object> planSentBack() {
        return Map.of("decision", "return", "reason", past.returned().isBlank() ? "请逐条写明完成时限和责任人。" : past.returned());
    }

    Map<String, Object> reported(Instant at) {
        Map<String, Object> criteria = new LinkedHashMap<>();
        for (Criterion criterion : Criterion.values()) {
            criteria.put(criterion.name(), Map.of("text", statement(criterion)));
        }
        return Map.of("text", text(past.report(), "整改措施已全部落实。"), "completedOn", day(at), "criteria", criteria);
    }

    Map<String, Object> checked(Instant at) {
        return Map.of(
                "decision",
                "pass",
                "checkedOn",
                day(at),
                "principal",
                file.leadUnit().name() + "主要负责人",
                "opinion",
                "现场核对无误,同意报请核查验收。");
    }

    Map<String, Object> verified(Instant at, boolean passed) {
        Map<String, Object> criteria = new LinkedHashMap<>();
        for (Criterion criterion : Criterion.values()) {
            boolean met = passed || criterion != Criterion.EFFECT_MEETS_STANDARD;
            criteria.put(
                    criterion.name(),
                    met ? Map.of("met", true) : Map.of("met", false, "reason", text(past.verification(), "现场仍未达到标准。")));
        }
        return Map.of(
                "visitedOn",
                day(at),
                "visitors",
                "核查组三人",
                "criteria",
                criteria,
                "opinion",
                text(past.verification(), "五项标准均已达到。"));
    }

    Map<String, Object> struckOff() {
        return Map.of("decision", "approve", "opinion", text(past.notice(), "公示期满,未收到异议") + ",同意销号。");
    }

    Map<String, Object> lookedBack(Instant at, boolean relapsed) {
        return Map.of(
                "visitedOn", day(at),
                "relapsed", relapsed,
                "finding", text(past.lookBack(), relapsed ? "现场再次出现同类问题。" : "设施运行正常,未发现反弹。"));
    }

    private String statement(Criterion criterion) {
        return switch (criterion) {
            case MEASURES_DONE -> "方案所列措施已逐条完成。";
            case VIOLATIONS_PUNISHED -> "已对照检查,涉及的违法行为依法处理。";
            case EFFECT_MEETS_STANDARD -> "现场状况达到整改目标。";
            case SAME_FAULT_SEARCHED -> "已排查辖区同类点位,未发现同样情况。";
            case ROOT_CAUSE_MECHANISM -> "已明确管护责任人和巡查频次。";
        };
    }

    private List<String> measures() {
        String listed = file.measuresText() == null ? past.plan() : file.measuresText();
        List<String> measures = new ArrayList<>();
        for (String part : listed.split("[;；]")) {
            String measure = part.strip().replaceFirst("^\\d+[.．、]\\s*", "");
            if (!measure.isBlank()) {
                measures.add(measure);
            }
        }
        return measures.isEmpty() ? List.of("按方案组织整改") : measures;
    }

    private LocalDate measureDue(Instant at) {
        LocalDate soon = day(at).plusDays(60);
        return file.dueOn() != null && file.dueOn().isBefore(soon) ? file.dueOn() : soon;
    }

    private static String text(String written, String otherwise) {
        return written == null || written.isBlank() ? otherwise : written.strip();
    }

    private static LocalDate day(Instant at) {
        return at.atZone(Zones.CITY).toLocalDate();
    }
}
