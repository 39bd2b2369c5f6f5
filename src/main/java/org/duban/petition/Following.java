package org.duban.petition;

import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.petition.PetitionCommand.CombineAnswer;
import org.duban.petition.PetitionCommand.ReportProgress;
import org.springframework.stereotype.Component;

/** What is done to an answer between the units and the office: 汇总答复, 报告后续进展, and the end nobody is asked about. */
@Component
class Following {

    private final PetitionRecords records;
    private final Proceedings proceedings;

    Following(PetitionRecords records, Proceedings proceedings) {
        this.records = records;
        this.proceedings = proceedings;
    }

    /** Puts the words of several units in order; verdict, outcome and numbers are what the units have signed. */
    Petition combine(CaseNo no, CombineAnswer command, Actor by) {
        Petition petition = records.lock(no);
        petition.mustBe("汇总答复", PetitionState.REVIEWING);
        if (petition.shares().size() < 2) {
            throw new Refusal("信访件 " + no + " 只有一个承办单位，不需要汇总。");
        }
        Answer answer = petition.answer()
                .worded(
                        Fields.longText("findings", command.findings(), "调查核实情况"),
                        Fields.longText("handling", command.handling(), "处理和整改情况"),
                        Fields.optional("goal", command.goal(), "办结目标"),
                        Fields.optional("accountability", command.accountability(), "责任人被处理情况"));
        return records.save(
                petition,
                petition.with(answer),
                by,
                Said.of(PetitionFact.ANSWER_COMBINED, petition.leadUnit(), "findings", answer.findings()));
    }

    /** The main letter's answer in words of this letter's own; units that have answered for themselves keep theirs. */
    boolean wordForItself(CaseNo no, CombineAnswer command, Actor by) {
        Petition petition = records.lock(no);
        boolean wentAlong = petition.state() == PetitionState.REVIEWING
                && proceedings.latestReports(no, petition.course().attempt()).isEmpty();
        if (!wentAlong) {
            return false;
        }
        Answer answer = petition.answer()
                .worded(
                        Fields.longText("findings", command.findings(), "调查核实情况"),
                        Fields.longText("handling", command.handling(), "处理和整改情况"),
                        Fields.optional("goal", command.goal(), "办结目标"),
                        Fields.optional("accountability", command.accountability(), "责任人被处理情况"));
        if (!answer.equals(petition.answer())) {
            records.save(
                    petition,
                    petition.with(answer),
                    by,
                    Said.of(
                            PetitionFact.ANSWER_WORDED,
                            petition.leadUnit(),
                            "findings",
                            answer.findings(),
                            "handling",
                            answer.handling()));
        }
        return true;
    }

    Petition reportProgress(CaseNo no, ReportProgress command, Actor by) {
        Petition petition = records.lock(no);
        petition.mustBe("报告后续进展", PetitionState.FOLLOW_UP);
        String text = Fields.text("text", command.text(), "后续进展");
        boolean settled = Fields.chosen("settled", command.settled(), "是否已全部办结");
        if (!settled && (command.plannedOn() == null || !command.plannedOn().isAfter(records.today()))) {
            throw new Refusal("plannedOn", "还没有全部办结的，请填写新的计划办结日期，应在今天以后。");
        }
        proceedings.addCheck(
                no,
                new Check(
                        0,
                        petition.course().attempt(),
                        Check.Stage.FOLLOW_UP,
                        "REPORTED",
                        text,
                        settled ? null : command.plannedOn(),
                        by.username(),
                        records.now()));
        return records.save(
                petition,
                petition,
                by,
                Said.of(
                        PetitionFact.PROGRESS_REPORTED,
                        petition.leadUnit(),
                        "text",
                        text,
                        "settled",
                        settled,
                        "plannedOn",
                        settled ? null : command.plannedOn()));
    }

    void closeWithoutCallBack(CaseNo no) {
        Petition petition = records.lock(no);
        petition.mustBe("直接办结", PetitionState.CALL_BACK);
        records.save(
                petition,
                petition.with(petition.course().edit().closed(records.now()).done()),
                Actor.system(),
                Said.of(
                        PetitionFact.CLOSED,
                        petition.leadUnit(),
                        "callBack",
                        petition.letter().petitioner().label() + "，无法回访"));
    }
}
