package org.duban.problem;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.duban.deadline.LedgerEntry;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;
import org.duban.problem.ProblemCommand.AssessStanding;
import org.duban.problem.ProblemCommand.MakePlan;
import org.duban.problem.ProblemCommand.MakePlan.PlannedMeasure;
import org.duban.problem.ProblemCommand.ReportStanding;
import org.duban.problem.ProblemCommand.ReviewPlan;
import org.springframework.stereotype.Component;

/** The plan (一题一策) and its review, and the standing duty that some plans end in. */
@Component
class Planning {

    private static final int MOST_MEASURES = 100;

    private final ProblemRecords records;
    private final Proceedings proceedings;
    private final ProblemDeadlines deadlines;
    private final Fields fields;

    Planning(ProblemRecords records, Proceedings proceedings, ProblemDeadlines deadlines, Fields fields) {
        this.records = records;
        this.proceedings = proceedings;
        this.deadlines = deadlines;
        this.fields = fields;
    }

    Problem makePlan(CaseNo no, MakePlan command, Actor by) {
        Problem problem = records.lock(no);
        String goal = Fields.text("goal", command.goal(), "整改目标");
        String contact = Fields.text("contact", command.contact(), "联系人");
        String phone = Fields.text("phone", command.phone(), "联系电话");
        List<Plan.Measure> measures = measures(problem, command.measures());
        Step step = problem.submitPlan(measures.size());
        Progress progress = step.after().progress();
        proceedings.addPlan(
                no,
                new Plan(
                        progress.rectification(),
                        progress.planRevision(),
                        goal,
                        contact,
                        phone,
                        by.username(),
                        records.now(),
                        null,
                        null,
                        null,
                        null,
                        measures));
        return records.save(problem, step, by);
    }

    private List<Plan.Measure> measures(Problem problem, List<PlannedMeasure> planned) {
        if (planned == null || planned.isEmpty()) {
            throw new Refusal("measures", "请至少填写一条整改措施。");
        }
        if (planned.size() > MOST_MEASURES) {
            throw new Refusal("measures", "整改措施最多 " + MOST_MEASURES + " 条，请合并后再提交。");
        }
        List<Plan.Measure> measures = new ArrayList<>();
        for (int i = 0; i < planned.size(); i++) {
            PlannedMeasure one = planned.get(i);
            String field = "measures[" + i + "].";
            String which = "第 " + (i + 1) + " 条措施的";
            String text = Fields.text(field + "text", one.text(), which + "内容");
            LocalDate dueOn = withinLimit(problem, field + "dueOn", one.dueOn(), which);
            String person = Fields.text(field + "responsiblePerson", one.responsiblePerson(), which + "责任人");
            UnitCode unit = one.unit() == null || one.unit().isBlank()
                    ? problem.dispatch().leadUnit()
                    : fields.unit(field + "unit", one.unit(), which + "责任单位");
            measures.add(new Plan.Measure(i + 1, text, dueOn, person, unit.value(), null));
        }
        return measures;
    }

    private LocalDate withinLimit(Problem problem, String field, LocalDate dueOn, String which) {
        if (dueOn == null) {
            throw new Refusal(field, "请填写" + which + "完成时限。");
        }
        LocalDate limit = problem.dispatch().deadline().dueOn();
        // A plan made after the limit has passed cannot keep to it; the delay is shown elsewhere.
        boolean limitAhead = limit != null && !limit.isBefore(records.today());
        if (limitAhead && dueOn.isAfter(limit)) {
            throw new Refusal(field, which + "完成时限 " + dueOn + " 晚于整改时限 " + limit + ",请改到整改时限以内。");
        }
        return dueOn;
    }

    Problem reviewPlan(CaseNo no, ReviewPlan command, Actor by) {
        Problem problem = records.lock(no);
        Progress progress = problem.progress();
        return switch (Fields.chosen("decision", command.decision(), "审核结果")) {
            case ACCEPT -> {
                Step step = problem.acceptPlan();
                decide(no, progress, Plan.Decision.ACCEPTED, null, by);
                Problem after = records.save(problem, step, by);
                if (after.state() == ProblemState.STANDING) {
                    deadlines.dropLimit(after);
                }
                yield after;
            }
            case RETURN -> {
                String reason = Fields.text("reason", command.reason(), "退回修改的理由");
                Step step = problem.returnPlan(reason);
                decide(no, progress, Plan.Decision.RETURNED, reason, by);
                yield records.save(problem, step, by);
            }
        };
    }

    private void decide(CaseNo no, Progress progress, Plan.Decision decision, String reason, Actor by) {
        proceedings.decidePlan(
                no, progress.rectification(), progress.planRevision(), decision, reason, by.username(), records.now());
    }

    Problem reportStanding(CaseNo no, ReportStanding command, Actor by) {
        Problem problem = records.lock(no);
        String text = Fields.text("text", command.text(), "坚持情况");
        Step step = problem.reportStanding();
        Progress progress = problem.progress();
        proceedings.addReport(
                no,
                new Report(
                        0,
                        progress.rectification(),
                        progress.attempt(),
                        problem.dispatch().leadUnit().value(),
                        Report.Kind.STANDING,
                        text,
                        null,
                        Map.of(),
                        by.username(),
                        records.now(),
                        null,
                        null,
                        null,
                        null));
        return records.save(problem, step, by);
    }

    Problem assessStanding(CaseNo no, AssessStanding command, Actor by) {
        Problem problem = records.lock(no);
        String opinion = Fields.text("opinion", command.opinion(), "评估意见");
        boolean converts = Fields.chosen("decision", command.decision(), "评估结果") == AssessStanding.Choice.CONVERT;
        Step step = converts
                ? problem.convertStanding(opinion, newLimit(command.dueOn()))
                : problem.continueStanding(opinion);
        deadlines.standingReviewed(problem, reviewsBefore(no));
        Progress progress = problem.progress();
        proceedings.addCheck(
                no,
                new Check(
                        0,
                        progress.rectification(),
                        progress.attempt(),
                        Check.Stage.STANDING,
                        !converts,
                        opinion,
                        null,
                        null,
                        Map.of(),
                        by.username(),
                        records.now()));
        Problem after = records.save(problem, step, by);
        if (converts) {
            deadlines.openLimit(after);
        }
        return after;
    }

    private LocalDate newLimit(LocalDate dueOn) {
        if (dueOn == null) {
            throw new Refusal("dueOn", "转为限期整改，请填写整改时限。");
        }
        if (dueOn.isBefore(records.today())) {
            throw new Refusal("dueOn", "整改时限 " + dueOn + " 已经过去，请填写今天或以后的日期。");
        }
        return dueOn;
    }

    private long reviewsBefore(CaseNo no) {
        return proceedings.checks(no).stream()
                .filter(check -> check.stage() == Check.Stage.STANDING)
                .count();
    }

    LedgerEntry standingReviewDue(CaseNo no) {
        return deadlines.standingReviewDue(records.find(no), reviewsBefore(no));
    }
}
