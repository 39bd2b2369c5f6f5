package org.duban.problem;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.duban.deadline.LedgerEntry;
import org.duban.deadline.Period;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.problem.ProblemCommand.AnswerObjection;
import org.duban.problem.ProblemCommand.ApproveStrikeOff;
import org.duban.problem.ProblemCommand.FileObjection;
import org.duban.problem.ProblemCommand.LookBack;
import org.duban.problem.PublicNotice.Objection;
import org.springframework.stereotype.Component;

/** From verification to the archive: 公示, 异议, 销号, 回头看, and the way back after a relapse. */
@Component
class Closing {

    private final ProblemRecords records;
    private final Proceedings proceedings;
    private final ProblemDeadlines deadlines;
    private final ProblemFlow flow;

    Closing(ProblemRecords records, Proceedings proceedings, ProblemDeadlines deadlines, ProblemFlow flow) {
        this.records = records;
        this.proceedings = proceedings;
        this.deadlines = deadlines;
        this.flow = flow;
    }

    /** Opens the notice, or finds it open when the engine asks a second time. */
    void openPublicNotice(CaseNo no) {
        Problem problem = records.lock(no);
        List<PublicNotice> earlier = proceedings.notices(no);
        if (earlier.stream().anyMatch(PublicNotice::open)) {
            return;
        }
        LedgerEntry period = deadlines.openNotice(problem, earlier.size() + 1);
        Step step = problem.openNotice(period.startOn(), period.currentDueOn());
        proceedings.openNotice(no, notice(problem, period));
        records.save(problem, step, Actor.system());
    }

    private PublicNotice notice(Problem problem, LedgerEntry entry) {
        Period period = entry.period();
        Progress progress = problem.progress();
        return new PublicNotice(
                0,
                progress.rectification(),
                progress.attempt(),
                entry.startOn(),
                entry.currentDueOn(),
                period.days(),
                period.unit().name(),
                period.firstDay().name(),
                records.now(),
                null,
                List.of());
    }

    /** The notice ran its time; repeated without harm, because the engine may ask twice. */
    void endPublicNotice(CaseNo no) {
        Problem problem = records.lock(no);
        if (problem.state() == ProblemState.STRIKE_OFF_PENDING) {
            return;
        }
        Step step = problem.endNotice();
        close(no, true);
        records.save(problem, step, Actor.system());
    }

    private void close(CaseNo no, boolean ranItsTime) {
        List<PublicNotice> notices = proceedings.notices(no);
        notices.stream().filter(PublicNotice::open).findFirst().ifPresent(notice -> {
            proceedings.closeNotice(notice.id(), records.now());
            int which = notices.size();
            if (ranItsTime) {
                deadlines.endNotice(no, which);
            } else {
                deadlines.stopNotice(no, which);
            }
        });
    }

    long fileObjection(CaseNo no, FileObjection command, Actor by) {
        Problem problem = records.lock(no);
        String channel = Fields.text("channel", command.channel(), "异议来源(来信、来电、来访、网络等)");
        String text = Fields.text("text", command.text(), "异议内容");
        PublicNotice notice = noticeForObjection(problem);
        LocalDate receivedOn = command.receivedOn() == null
                ? records.today()
                : Fields.notAfter(records.today(), "receivedOn", command.receivedOn(), "收到日期");
        if (receivedOn.isBefore(notice.startsOn())) {
            throw new Refusal("receivedOn", "收到日期 " + receivedOn + " 早于公示开始日期 " + notice.startsOn() + ",请核对。");
        }
        boolean interrupts = problem.state() == ProblemState.PUBLIC_NOTICE;
        long id = proceedings.addObjection(
                no, notice.id(), new Objection(0, receivedOn, channel, text, null, null, null, null));
        Problem after = records.save(problem, problem.objection(id, channel, text), by);
        // One that arrives while another is being answered waits in the table until its turn.
        if (interrupts && !flow.objectionReceived(after)) {
            throw new Refusal("系统正在办理上一步，这件异议还没有登记。请一分钟后再试。");
        }
        return id;
    }

    private PublicNotice noticeForObjection(Problem problem) {
        PublicNotice notice = proceedings.openNotice(problem.no()).orElse(null);
        if (notice == null) {
            throw new Refusal("问题 " + problem.no() + " 现在是“" + problem.state().label() + "”，不在公示期，不能登记异议。"
                    + "公示期外收到的反映，请按信访件办理。");
        }
        if (notice.endsOn().isBefore(records.today())) {
            throw new Refusal("公示已于 " + notice.endsOn() + " 结束，不再登记异议。公示期外收到的反映，请按信访件办理。");
        }
        return notice;
    }

    Problem answerObjection(CaseNo no, AnswerObjection command, Actor by) {
        Problem problem = records.lock(no);
        boolean upheld = Fields.chosen("upheld", command.upheld(), "异议是否成立");
        String answer = Fields.text("answer", command.answer(), "答复内容");
        List<Objection> open = openObjections(no);
        Objection answered = open.stream()
                .filter(one -> command.objectionId() == null || one.id() == command.objectionId())
                .findFirst()
                .orElseThrow(() -> new Refusal("objectionId", "这件异议不存在或已经答复，请刷新页面。"));
        if (upheld) {
            Step step = problem.upholdObjection(answered.id(), answer);
            // The work starts again for all of them at once.
            open.forEach(one -> proceedings.answerObjection(one.id(), true, answer, by.username(), records.now()));
            close(no, false);
            Problem after = records.save(problem, step, by);
            deadlines.openLimit(after);
            return after;
        }
        Step step = problem.rejectObjection(answered.id(), answer, open.size() > 1);
        proceedings.answerObjection(answered.id(), false, answer, by.username(), records.now());
        return records.save(problem, step, by);
    }

    private List<Objection> openObjections(CaseNo no) {
        return proceedings
                .openNotice(no)
                .map(notice ->
                        notice.objections().stream().filter(Objection::open).toList())
                .orElse(List.of());
    }

    Problem approveStrikeOff(CaseNo no, ApproveStrikeOff command, Actor by) {
        Problem problem = records.lock(no);
        boolean approved = Fields.chosen("decision", command.decision(), "是否同意销号") == ApproveStrikeOff.Choice.APPROVE;
        String opinion = approved
                ? Fields.optional("opinion", command.opinion(), "审批意见")
                : Fields.text("opinion", command.opinion(), "不同意销号的理由");
        Step step = approved ? problem.strikeOff(opinion, records.now()) : problem.rejectStrikeOff(opinion);
        proceedings.addCheck(no, check(problem, Check.Stage.STRIKE_OFF, approved, opinion, null, by));
        return records.save(problem, step, by);
    }

    /** Reports the closure upward (备案) and sets the day of the look-back. */
    void fileStrikeOff(CaseNo no) {
        Problem problem = records.lock(no);
        deadlines.lookBackDue(problem);
        records.save(problem, problem.fileStrikeOff(), Actor.system());
    }

    Problem lookBackNow(CaseNo no, String reason, Actor by) {
        Problem problem = records.lock(no);
        String why = Fields.text("reason", reason, "提前回头看的理由");
        if (!problem.state().struckOff()) {
            throw new Refusal("问题 " + no + " 现在是“" + problem.state().label() + "”，不在已销号状态，不需要回头看。");
        }
        if (Boolean.TRUE.equals(problem.progress().relapseFound())) {
            throw new Refusal("问题 " + no + " 回头看已发现反弹，正在重新整改，不需要再回头看。");
        }
        boolean once = problem.progress().relapseFound() == null;
        if (once) {
            deadlines.lookBackToday(problem, why, by);
        }
        Step again = Step.to(problem.with(problem.progress().lookAgain()))
                .announce(ProblemFact.LOOK_BACK_BROUGHT_FORWARD, null, "reason", why);
        Problem after = records.save(problem, again, by);
        if (!once) {
            flow.lookBackAgain(after);
        }
        return after;
    }

    Problem lookBack(CaseNo no, LookBack command, Actor by) {
        Problem problem = records.lock(no);
        LocalDate visitedOn = Fields.notAfter(records.today(), "visitedOn", command.visitedOn(), "现场回访日期");
        boolean relapsed = Fields.chosen("relapsed", command.relapsed(), "是否反弹");
        String finding = Fields.text("finding", command.finding(), relapsed ? "反弹情况" : "回头看情况");
        Step step = problem.lookBack(relapsed, finding);
        proceedings.addCheck(no, check(problem, Check.Stage.LOOK_BACK, !relapsed, finding, visitedOn, by));
        deadlines.lookedBack(problem);
        return records.save(problem, step, by);
    }

    /** Opens the same number again and starts its process anew. */
    void registerRelapse(CaseNo no) {
        Problem problem = records.lock(no);
        Problem after = records.save(problem, problem.relapse(), Actor.system());
        flow.start(after);
    }

    private Check check(
            Problem problem, Check.Stage stage, boolean passed, String opinion, LocalDate visitedOn, Actor by) {
        Progress progress = problem.progress();
        return new Check(
                0,
                progress.rectification(),
                progress.attempt(),
                stage,
                passed,
                opinion,
                visitedOn,
                null,
                Map.of(),
                by.username(),
                records.now());
    }

    LedgerEntry noticeEnds(CaseNo no) {
        return deadlines
                .notice(no, proceedings.notices(no).size())
                .orElseThrow(() -> new Refusal("问题 " + no + " 没有正在进行的公示。"));
    }

    LedgerEntry lookBackDue(CaseNo no) {
        return deadlines.lookBackDue(records.find(no));
    }
}
