package org.duban.problem;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;
import org.duban.problem.ProblemCommand.CheckPreliminarily;
import org.duban.problem.ProblemCommand.HeadSign;
import org.duban.problem.ProblemCommand.ReportDone;
import org.duban.problem.ProblemCommand.Verify;
import org.springframework.stereotype.Component;

/** The work itself: each unit reports, its head signs, the county checks, the supervising department verifies. */
@Component
class Rectifying {

    private final ProblemRecords records;
    private final Proceedings proceedings;
    private final ProblemDeadlines deadlines;
    private final ProblemSettings settings;

    Rectifying(ProblemRecords records, Proceedings proceedings, ProblemDeadlines deadlines, ProblemSettings settings) {
        this.records = records;
        this.proceedings = proceedings;
        this.deadlines = deadlines;
        this.settings = settings;
    }

    Problem reportDone(CaseNo no, UnitCode unit, ReportDone command, int evidence, Actor by) {
        Problem problem = records.lock(no);
        String text = Fields.text("text", command.text(), "整改完成情况");
        LocalDate completedOn = Fields.notAfter(records.today(), "completedOn", command.completedOn(), "完成日期");
        Map<Criterion, Report.Statement> statements = statements(command.criteria());
        if (settings.evidenceRequired() && evidence == 0) {
            throw new Refusal("evidence", "还没有佐证材料，请至少上传一份照片或文件后再提交。");
        }
        Step step = problem.reportDone(unit, completedOn);
        report(problem, unit).ifPresent(earlier -> {
            if (earlier.decision() != Report.Decision.RETURNED) {
                throw new Refusal("本单位已经申报完成，正由负责人审签或已报出，不能重复申报。");
            }
        });
        Progress progress = problem.progress();
        proceedings.addReport(
                no,
                new Report(
                        0,
                        progress.rectification(),
                        progress.attempt(),
                        unit.value(),
                        Report.Kind.DONE,
                        text,
                        completedOn,
                        statements,
                        by.username(),
                        records.now(),
                        null,
                        null,
                        null,
                        null));
        return records.save(problem, step, by);
    }

    private static Map<Criterion, Report.Statement> statements(Map<Criterion, Report.Statement> filed) {
        Map<Criterion, Report.Statement> statements = new EnumMap<>(Criterion.class);
        for (Criterion criterion : Criterion.values()) {
            Report.Statement said = filed == null ? null : filed.get(criterion);
            String text = Fields.text(
                    "criteria." + criterion,
                    said == null ? null : said.text(),
                    "“" + criterion.label() + "”的说明(不涉及的写“不涉及”)");
            statements.put(criterion, new Report.Statement(text));
        }
        return statements;
    }

    private Optional<Report> report(Problem problem, UnitCode unit) {
        return latest(problem).stream()
                .filter(report -> report.unit().equals(unit.value()))
                .findFirst();
    }

    private List<Report> latest(Problem problem) {
        Progress progress = problem.progress();
        return proceedings.latestReports(problem.no(), progress.rectification(), progress.attempt());
    }

    Problem headSign(CaseNo no, UnitCode unit, HeadSign command, Actor by) {
        Problem problem = records.lock(no);
        Report report = report(problem, unit)
                .filter(open -> open.decision() == null)
                .orElseThrow(() -> new Refusal("本单位没有等待审签的申报，请刷新任务列表。"));
        return switch (Fields.chosen("decision", command.decision(), "同意报出或退回")) {
            case SIGN -> {
                refuseOwnReport(report, by);
                Step step = problem.signReport(unit, lastToSign(problem, unit), records.now());
                proceedings.decideReport(report.id(), Report.Decision.SIGNED, null, by.username(), records.now());
                Problem after = records.save(problem, step, by);
                if (after.immediate() && after.doneAt() != null) {
                    deadlines.meetLimit(after);
                }
                yield after;
            }
            case RETURN -> {
                String reason = Fields.text("reason", command.reason(), "退回的理由");
                Step step = problem.returnReport(unit, reason);
                proceedings.decideReport(report.id(), Report.Decision.RETURNED, reason, by.username(), records.now());
                yield records.save(problem, step, by);
            }
        };
    }

    /** Four eyes: neither the person who reported nor anybody acting for that person may sign. */
    private static void refuseOwnReport(Report report, Actor by) {
        if (report.reportedBy().equals(by.username()) || report.reportedBy().equals(by.onBehalfOf())) {
            throw new Refusal("decision", "本件由您本人申报，不能由您本人审签，请本单位其他负责人审签。");
        }
    }

    private boolean lastToSign(Problem problem, UnitCode signing) {
        List<String> signed = latest(problem).stream()
                .filter(report -> report.decision() == Report.Decision.SIGNED)
                .map(Report::unit)
                .toList();
        return problem.dispatch().rectifyingUnits().stream()
                .allMatch(unit -> unit.equals(signing) || signed.contains(unit.value()));
    }

    Problem checkPreliminarily(CaseNo no, CheckPreliminarily command, Actor by) {
        Problem problem = records.lock(no);
        boolean passed = Fields.chosen("decision", command.decision(), "初验结果") == CheckPreliminarily.Choice.PASS;
        LocalDate checkedOn = Fields.notAfter(records.today(), "checkedOn", command.checkedOn(), "初验日期");
        String principal = Fields.text("principal", command.principal(), "签字的主要负责人");
        String opinion = Fields.text("opinion", command.opinion(), passed ? "初验意见" : "初验不通过的理由");
        Step step = problem.checkPreliminarily(passed, opinion);
        proceedings.addCheck(
                no, check(problem, Check.Stage.PRELIMINARY, passed, opinion, checkedOn, principal, Map.of(), by));
        Problem after = records.save(problem, step, by);
        if (!passed && problem.doneAt() != null) {
            deadlines.openLimit(after);
        }
        return after;
    }

    Problem verify(CaseNo no, Verify command, Actor by) {
        Problem problem = records.lock(no);
        LocalDate visitedOn = Fields.notAfter(records.today(), "visitedOn", command.visitedOn(), "现场核查日期");
        String visitors = Fields.text("visitors", command.visitors(), "核查人员");
        Map<Criterion, Check.Finding> findings = findings(command.criteria());
        String opinion = Fields.text("opinion", command.opinion(), "核查验收意见");
        List<Criterion> failed = new ArrayList<>();
        findings.forEach((criterion, finding) -> {
            if (!finding.met()) {
                failed.add(criterion);
            }
        });
        boolean limitWasMet = problem.doneAt() != null;
        Step step = problem.verify(failed, opinion, records.now());
        proceedings.addCheck(
                no,
                check(problem, Check.Stage.VERIFICATION, failed.isEmpty(), opinion, visitedOn, visitors, findings, by));
        Problem after = records.save(problem, step, by);
        if (failed.isEmpty()) {
            deadlines.meetLimit(after);
        } else if (limitWasMet) {
            deadlines.openLimit(after);
        }
        return after;
    }

    private static Map<Criterion, Check.Finding> findings(Map<Criterion, Check.Finding> filed) {
        Map<Criterion, Check.Finding> findings = new EnumMap<>(Criterion.class);
        for (Criterion criterion : Criterion.values()) {
            Check.Finding found = filed == null ? null : filed.get(criterion);
            String field = "criteria." + criterion;
            Fields.chosen(field, found, "“" + criterion.label() + "”是否达到");
            String reason = found.met()
                    ? Fields.optional(field, found.reason(), "说明")
                    : Fields.text(field, found.reason(), "“" + criterion.label() + "”没有达到的理由");
            findings.put(criterion, new Check.Finding(found.met(), reason));
        }
        return findings;
    }

    private Check check(
            Problem problem,
            Check.Stage stage,
            boolean passed,
            String opinion,
            LocalDate visitedOn,
            String visitors,
            Map<Criterion, Check.Finding> findings,
            Actor by) {
        Progress progress = problem.progress();
        return new Check(
                0,
                progress.rectification(),
                progress.attempt(),
                stage,
                passed,
                opinion,
                visitedOn,
                visitors,
                findings,
                by.username(),
                records.now());
    }
}
