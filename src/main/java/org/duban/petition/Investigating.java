package org.duban.petition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;
import org.duban.organisation.Units;
import org.duban.petition.PetitionCommand.FileFindings;
import org.duban.petition.PetitionCommand.HeadSign;
import org.springframework.stereotype.Component;

/** What each unit finds and does, signed by its head: 调查核实, 单位审签. */
@Component
class Investigating {

    private final PetitionRecords records;
    private final Proceedings proceedings;
    private final PetitionDeadlines deadlines;
    private final Units units;

    Investigating(PetitionRecords records, Proceedings proceedings, PetitionDeadlines deadlines, Units units) {
        this.records = records;
        this.proceedings = proceedings;
        this.deadlines = deadlines;
        this.units = units;
    }

    Petition fileFindings(CaseNo no, UnitCode unit, FileFindings command, Actor by) {
        Petition petition = records.lock(no);
        petition.mustBe("报送调查核实情况", PetitionState.INVESTIGATING, PetitionState.DISPATCHED);
        Share mine = petition.mine(unit);
        if (!mine.signed()) {
            throw new Refusal("本单位还没有签收信访件 " + no + "，请先签收。");
        }
        if (mine.answered() || openReport(petition, unit) != null) {
            throw new Refusal("本单位已经报送调查核实情况，请等候审签或审核。");
        }
        Answer answer = answer(command);
        proceedings.addReport(
                no,
                new Report(
                        0,
                        petition.course().attempt(),
                        unit.value(),
                        answer,
                        by.username(),
                        records.now(),
                        null,
                        null,
                        null,
                        null));
        return records.save(
                petition,
                petition,
                by,
                Said.of(
                        PetitionFact.FINDINGS_FILED,
                        unit,
                        "verdict",
                        answer.verdict(),
                        "outcome",
                        answer.outcome(),
                        "findings",
                        answer.findings(),
                        "handling",
                        answer.handling(),
                        "plannedOn",
                        answer.plannedOn()));
    }

    private Answer answer(FileFindings command) {
        Verdict verdict = Fields.chosen("verdict", command.verdict(), "是否属实");
        Outcome outcome = Fields.chosen("outcome", command.outcome(), "是否办结");
        String findings = Fields.text("findings", command.findings(), "调查核实情况");
        String handling = Fields.text("handling", command.handling(), "处理和整改情况");
        if (outcome == Outcome.DONE && command.plannedOn() != null) {
            throw new Refusal("plannedOn", "已办结的不需要填写计划办结日期，请清空，或改选“阶段性办结”。");
        }
        if (outcome != Outcome.DONE && command.plannedOn() == null) {
            throw new Refusal("plannedOn", "没有全部办结的，请填写计划办结日期。");
        }
        if (command.plannedOn() != null && command.plannedOn().isBefore(records.today())) {
            throw new Refusal("plannedOn", "计划办结日期 " + command.plannedOn() + " 已经过去，请填写今天或以后的日期。");
        }
        return new Answer(
                verdict,
                outcome,
                findings,
                handling,
                Fields.optional("goal", command.goal(), "办结目标"),
                Fields.optional("accountability", command.accountability(), "责任人被处理情况"),
                checked(Objects.requireNonNullElse(command.sanctions(), Sanctions.NONE)),
                command.plannedOn());
    }

    private static Sanctions checked(Sanctions sanctions) {
        for (Integer count : new Integer[] {
            sanctions.ordered(),
            sanctions.filed(),
            sanctions.shut(),
            sanctions.detained(),
            sanctions.interviewed(),
            sanctions.accountable()
        }) {
            if (count != null && (count < 0 || count > 100_000)) {
                throw new Refusal("sanctions", "家数、人数应为 0 至 100000 之间的整数。");
            }
        }
        BigDecimal fine = sanctions.fine();
        if (fine != null && (fine.signum() < 0 || fine.compareTo(new BigDecimal("10000000000")) > 0)) {
            throw new Refusal("sanctions", "罚款金额以元为单位，应为 0 至 100 亿之间的数。");
        }
        return sanctions;
    }

    Petition headSign(CaseNo no, UnitCode unit, HeadSign command, Actor by) {
        Petition petition = records.lock(no);
        Report report = openReport(petition, unit);
        if (report == null) {
            throw new Refusal("本单位没有待审签的答复，可能已经办理，请刷新页面。");
        }
        return switch (Fields.chosen("decision", command.decision(), "审签意见")) {
            case SIGN -> sign(petition, report, unit, by);
            case RETURN -> {
                String reason = Fields.text("reason", command.reason(), "退回理由");
                proceedings.decideReport(report.id(), Report.Decision.RETURNED, reason, by.username(), records.now());
                yield records.save(
                        petition, petition, by, Said.of(PetitionFact.ANSWER_RETURNED, unit, "reason", reason));
            }
        };
    }

    private Petition sign(Petition petition, Report report, UnitCode unit, Actor by) {
        proceedings.decideReport(report.id(), Report.Decision.SIGNED, null, by.username(), records.now());
        Petition after = petition.with(unit, petition.mine(unit).answered(records.now()));
        boolean all = after.shares().stream().allMatch(Share::answered);
        if (all) {
            after = after.with(together(after))
                    .with(after.course().edit().answered(records.now()).done());
        }
        Petition saved = records.save(petition, after, by, Said.of(PetitionFact.ANSWER_SIGNED, unit));
        if (all) {
            deadlines.answered(saved);
        }
        return saved;
    }

    private Answer together(Petition petition) {
        List<Report> reports =
                proceedings.latestReports(petition.no(), petition.course().attempt());
        List<String> names = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        for (Share share : petition.shares()) {
            reports.stream()
                    .filter(report -> report.unit().equals(share.unit().value()))
                    .findFirst()
                    .ifPresent(report -> {
                        names.add(units.shortName(share.unit()));
                        answers.add(report.answer());
                    });
        }
        return Answer.together(names, answers);
    }

    private Report openReport(Petition petition, UnitCode unit) {
        return proceedings.latestReports(petition.no(), petition.course().attempt()).stream()
                .filter(report -> report.unit().equals(unit.value()) && report.decision() == null)
                .findFirst()
                .orElse(null);
    }
}
