package org.duban.card;

import org.duban.card.CardDecision.Kind;
import org.duban.card.CardDecision.Outcome;
import org.duban.card.store.AnswerStore;
import org.duban.card.store.DecisionStore;
import org.duban.card.store.IssueStore;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.notice.paper.Paper;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 摘牌: the unit applies with evidence, somebody goes and looks, the leader approves, the notice goes out. */
@Service
@Transactional
public class LiftingOff {

    private final CardRecords records;
    private final AnswerStore answers;
    private final DecisionStore decisions;
    private final IssueStore issues;
    private final CardPapers papers;

    LiftingOff(
            CardRecords records, AnswerStore answers, DecisionStore decisions, IssueStore issues, CardPapers papers) {
        this.records = records;
        this.answers = answers;
        this.decisions = decisions;
        this.issues = issues;
        this.papers = papers;
    }

    /** 申请摘牌, with so many pieces of evidence. */
    public Card apply(CaseNo no, CardCommand.ApplyForLifting command, String taskId, int evidence, Actor by) {
        Card card = records.lock(no);
        Card applied = card.applyForLifting();
        String text = Text.required("text", command.text(), "整改完成情况");
        if (evidence == 0) {
            throw new Refusal("evidence", "申请摘牌要有佐证材料，请上传整改前后的照片或检测报告后再提交。");
        }
        answers.applyForLifting(no, text, taskId, evidence, records.stamp(by));
        return records.save(
                card, applied, by, CardStep.of(CardEvent.LIFTING_APPLIED, "text", text, "evidence", evidence));
    }

    /** 现场核查. */
    public Card checkSite(CaseNo no, CardCommand.CheckSite command, Actor by) {
        Card card = records.lock(no);
        boolean passes = Text.chosen("decision", command.decision(), "核查结果") == CardCommand.Check.PASS;
        Card checked = card.checkedOnSite(passes);
        if (command.visitedOn() == null) {
            throw new Refusal("visitedOn", "请填写现场核查日期。");
        }
        if (command.visitedOn().isAfter(records.today())) {
            throw new Refusal("visitedOn", "现场核查日期 " + command.visitedOn() + " 还没有到，请填写今天或以前的日期。");
        }
        String visitors = Text.required("visitors", command.visitors(), "核查人员");
        String opinion = Text.required("opinion", command.opinion(), "核查意见");
        answers.visited(latest(no).id(), command.visitedOn(), visitors);
        decisions.add(
                no,
                CardDecision.of(
                        card, Kind.SITE_CHECK, passes ? Outcome.PASSED : Outcome.FAILED, opinion, records.stamp(by)));
        return records.save(
                card,
                checked,
                by,
                CardStep.of(
                        passes ? CardEvent.SITE_PASSED : CardEvent.SITE_FAILED,
                        "visitedOn",
                        command.visitedOn().toString(),
                        "visitors",
                        visitors,
                        "opinion",
                        opinion));
    }

    /** 审批摘牌. */
    public Card approve(CaseNo no, CardCommand.ApproveLifting command, Actor by) {
        Card card = records.lock(no);
        boolean approves =
                Text.chosen("decision", command.decision(), "审批意见") == CardCommand.ApproveLifting.Choice.APPROVE;
        String reason = approves
                ? Text.optional("reason", command.reason(), "审批意见")
                : Text.required("reason", command.reason(), "不同意的理由");
        if (approves && answers.objections(no).stream().anyMatch(objection -> objection.upheld() == null)) {
            throw new Refusal("decision", "单位对这张牌的异议还没有裁定，请先裁定异议，再审批摘牌。");
        }
        Card decided = card.decideLifting(approves);
        decisions.add(
                no,
                CardDecision.of(
                        card, Kind.LIFTING, approves ? Outcome.APPROVED : Outcome.REFUSED, reason, records.stamp(by)));
        return records.save(
                card,
                decided,
                by,
                CardStep.of(approves ? CardEvent.LIFTING_APPROVED : CardEvent.LIFTING_REFUSED, "reason", reason));
    }

    /** 摘牌 with 解除通知书, once. */
    public void lift(CaseNo no) {
        Card card = records.lock(no);
        if (card.state() == CardState.LIFTED) {
            return;
        }
        Lifting lifting = latest(no);
        String opinion = decisions.last(no, Kind.SITE_CHECK).orElseThrow().reason();
        Stamp approved = decisions.last(no, Kind.LIFTING).orElseThrow().stamp();
        Issue issue = issues.of(no).get(card.level() - 1);
        Paper paper = papers.lifting(card, issue.paperNumber(), opinion, approved.by());
        Stamp now = records.stamp(approved.by());
        answers.lifted(lifting.id(), paper.id(), paper.number(), now.at());
        records.save(
                card,
                card.lift(now.at()),
                now.by(),
                CardStep.of(CardEvent.LIFTED, "number", paper.number(), "paper", paper.id()));
    }

    private Lifting latest(CaseNo no) {
        return answers.liftings(no).stream()
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new Refusal("还没有收到摘牌申请，请刷新页面。"));
    }
}
