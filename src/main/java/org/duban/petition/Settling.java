package org.duban.petition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.petition.PetitionCommand.CallBack;
import org.duban.petition.PetitionCommand.Conclude;
import org.duban.petition.PetitionCommand.FollowUp;
import org.duban.petition.PetitionCommand.Review;
import org.duban.petition.PetitionCommand.TakeUp;
import org.springframework.stereotype.Component;

/** From an answer to a closed letter: 材料审核, 二次派单, 跟踪, 回访, 领导包案. */
@Component
class Settling {

    private final PetitionRecords records;
    private final Proceedings proceedings;
    private final PetitionDeadlines deadlines;
    private final BecomingProblem problems;
    private final PetitionSettings settings;

    Settling(
            PetitionRecords records,
            Proceedings proceedings,
            PetitionDeadlines deadlines,
            BecomingProblem problems,
            PetitionSettings settings) {
        this.records = records;
        this.proceedings = proceedings;
        this.deadlines = deadlines;
        this.problems = problems;
        this.settings = settings;
    }

    Petition review(CaseNo no, Review command, Actor by) {
        Petition petition = records.lock(no);
        petition.mustBe("审核材料", PetitionState.REVIEWING);
        return switch (Fields.chosen("decision", command.decision(), "审核结果")) {
            case PASS -> pass(petition, Fields.optional("opinion", command.opinion(), "审核意见"), by);
            case REDISPATCH -> {
                String opinion = Fields.text("opinion", command.opinion(), "二次派单的理由");
                check(petition, Check.Stage.REVIEW, "REDISPATCHED", opinion, null, by);
                if (petition.course().redispatches() >= settings.maxRedispatches()) {
                    yield toLeader(petition, opinion, by);
                }
                Petition after =
                        again(petition, petition.course().edit().redispatched().done());
                yield reopened(records.save(
                        petition,
                        after,
                        by,
                        Said.of(
                                PetitionFact.REDISPATCHED,
                                after.leadUnit(),
                                "opinion",
                                opinion,
                                "times",
                                after.course().redispatches())));
            }
        };
    }

    /** Sent back too often: not the units again, but a leader. */
    private Petition toLeader(Petition petition, String opinion, Actor by) {
        return records.save(
                petition,
                petition.with(petition.course()
                        .edit()
                        .state(PetitionState.LEADERS_CASE)
                        .done()),
                by,
                Said.of(
                        PetitionFact.HANDED_TO_LEADER,
                        petition.leadUnit(),
                        "opinion",
                        opinion,
                        "redispatches",
                        petition.course().redispatches()));
    }

    private Petition pass(Petition petition, String opinion, Actor by) {
        check(petition, Check.Stage.REVIEW, "PASSED", opinion, null, by);
        boolean done = petition.answer().outcome() == Outcome.DONE;
        Petition after = petition.with(petition.course()
                .edit()
                .passed(records.now(), done ? PetitionState.CALL_BACK : PetitionState.FOLLOW_UP)
                .done());
        Petition saved = records.save(
                petition,
                after,
                by,
                Said.of(
                        PetitionFact.REVIEW_PASSED,
                        after.leadUnit(),
                        "opinion",
                        opinion,
                        "outcome",
                        after.answer().outcome()));
        if (!done) {
            deadlines.followUp(saved);
        }
        return saved;
    }

    Petition followUp(CaseNo no, FollowUp command, Actor by) {
        Petition petition = records.lock(no);
        petition.mustBe("跟踪办理", PetitionState.FOLLOW_UP);
        FollowUp.Choice choice = Fields.chosen("decision", command.decision(), "跟踪结果");
        String text = Fields.text("text", command.text(), "跟踪情况");
        check(petition, Check.Stage.FOLLOW_UP, choice.name(), text, command.plannedOn(), by);
        Petition saved =
                switch (choice) {
                    case DONE ->
                        records.save(
                                petition,
                                petition.with(petition.answer().settled(Outcome.DONE, null))
                                        .with(petition.course()
                                                .edit()
                                                .state(PetitionState.CALL_BACK)
                                                .done()),
                                by,
                                Said.of(PetitionFact.FULLY_DONE, petition.leadUnit(), "text", text));
                    case CONTINUE -> goOn(petition, text, command.plannedOn(), by);
                    case PROBLEM -> becomeProblem(petition, text, by);
                };
        deadlines.followedUp(saved);
        return saved;
    }

    private Petition goOn(Petition petition, String text, LocalDate plannedOn, Actor by) {
        if (plannedOn == null || !plannedOn.isAfter(records.today())) {
            throw new Refusal("plannedOn", "请填写新的计划办结日期，应在今天以后。");
        }
        Answer answer = petition.answer();
        return records.save(
                petition,
                petition.with(answer.settled(answer.outcome(), plannedOn)),
                by,
                Said.of(PetitionFact.FOLLOWED_UP, petition.leadUnit(), "text", text, "plannedOn", plannedOn));
    }

    private Petition becomeProblem(Petition petition, String text, Actor by) {
        CaseNo problem = problems.register(petition, text, by);
        Petition after = petition.with(petition.course()
                .edit()
                .problem(problem.value())
                .closed(records.now())
                .done());
        return records.save(
                petition,
                after,
                by,
                Said.of(PetitionFact.BECAME_PROBLEM, petition.leadUnit(), "problem", problem, "text", text),
                Said.of(PetitionFact.CLOSED, null, "problem", problem));
    }

    Petition callBack(CaseNo no, CallBack command, Actor by) {
        Petition petition = records.lock(no);
        petition.mustBe("回访", PetitionState.CALL_BACK);
        CallBack.Result result = Fields.chosen("result", command.result(), "回访结果");
        boolean reached = result != CallBack.Result.UNREACHED;
        LocalDate on = command.on() == null ? records.today() : command.on();
        Fields.notAfter(records.today(), "on", on, "回访日期");
        String text = result == CallBack.Result.SATISFIED
                ? Fields.optional("text", command.text(), "回访情况")
                : Fields.text("text", command.text(), reached ? "不满意的理由" : "未能回访的原因");
        check(petition, Check.Stage.CALL_BACK, result.name(), text, on, by);
        Boolean satisfied = reached ? result == CallBack.Result.SATISFIED : null;
        Course asked = petition.course().edit().calledBack(satisfied).done();
        if (result != CallBack.Result.DISSATISFIED) {
            PetitionFact fact = reached ? PetitionFact.PETITIONER_SATISFIED : PetitionFact.PETITIONER_UNREACHED;
            return close(petition, asked, by, Said.of(fact, petition.leadUnit(), "text", text));
        }
        Said said = Said.of(
                PetitionFact.PETITIONER_DISSATISFIED,
                petition.leadUnit(),
                "text",
                text,
                "times",
                dissatisfied(petition));
        if (dissatisfied(petition) >= settings.maxDissatisfied()) {
            return records.save(
                    petition,
                    petition.with(asked.edit().state(PetitionState.LEADERS_CASE).done()),
                    by,
                    said,
                    Said.of(PetitionFact.HANDED_TO_LEADER, petition.leadUnit(), "times", dissatisfied(petition)));
        }
        return reopened(
                records.save(petition, again(petition, asked.edit().again().done()), by, said));
    }

    /** How often the petitioner was dissatisfied, this time included. */
    private long dissatisfied(Petition petition) {
        return proceedings.checks(petition.no()).stream()
                .filter(check -> check.stage() == Check.Stage.CALL_BACK)
                .filter(check -> check.result().equals(CallBack.Result.DISSATISFIED.name()))
                .count();
    }

    Petition takeUp(CaseNo no, TakeUp command, Actor by) {
        Petition petition = records.lock(no);
        petition.mustBe("领导包案", PetitionState.LEADERS_CASE);
        String leader = Fields.text("leader", command.leader(), "包案领导");
        String measures = planned(command);
        LocalDate due = command.dueOn();
        if (due == null || due.isBefore(records.today())) {
            throw new Refusal("dueOn", "请填写包案时限，应为今天或以后的日期。");
        }
        check(petition, Check.Stage.LEADER, "TAKEN_UP", measures, due, by);
        Petition saved = records.save(
                petition,
                petition.with(petition.course().edit().leader(leader).done()),
                by,
                Said.of(
                        PetitionFact.LEADER_TOOK_UP,
                        petition.leadUnit(),
                        "leader",
                        leader,
                        "measures",
                        measures,
                        "dueOn",
                        due));
        deadlines.takenUp(saved, due);
        return saved;
    }

    /** Task, measures and who answers for them, as they stand in the list of leaders' cases. */
    private static String planned(TakeUp command) {
        String task = Fields.optional("task", command.task(), "包案任务");
        String measures = Fields.text("measures", command.measures(), "包案措施");
        String responsible = Fields.optional("responsible", command.responsible(), "责任单位和责任人");
        return (task == null ? "" : "任务：" + task + "\n")
                + (task == null && responsible == null ? measures : "措施：" + measures)
                + (responsible == null ? "" : "\n责任：" + responsible);
    }

    Petition conclude(CaseNo no, Conclude command, Actor by) {
        Petition petition = records.lock(no);
        petition.mustBe("结束包案", PetitionState.LEADERS_CASE);
        if (petition.course().leader() == null) {
            throw new Refusal("还没有明确包案领导，请先办理“领导包案”。");
        }
        String text = Fields.text("text", command.text(), "包案结果");
        check(petition, Check.Stage.LEADER, "CONCLUDED", text, null, by);
        Petition saved = close(
                petition,
                petition.course(),
                by,
                Said.of(PetitionFact.LEADER_CONCLUDED, petition.leadUnit(), "text", text));
        deadlines.concluded(saved);
        return saved;
    }

    private Petition close(Petition petition, Course course, Actor by, Said why) {
        return records.save(
                petition,
                petition.with(course.edit().closed(records.now()).done()),
                by,
                why,
                Said.of(PetitionFact.CLOSED, petition.leadUnit()));
    }

    /** Every unit investigates once more, with days of its own. */
    private Petition again(Petition petition, Course course) {
        List<Share> shares =
                petition.shares().stream().map(share -> share.answered(null)).toList();
        return petition.with(shares)
                .with(course.edit().dueOn(deadlines.dueAgain(petition.letter())).done());
    }

    private Petition reopened(Petition petition) {
        deadlines.reopened(petition);
        return petition;
    }

    private void check(Petition petition, Check.Stage stage, String result, String opinion, LocalDate on, Actor by) {
        proceedings.addCheck(
                petition.no(),
                new Check(0, petition.course().attempt(), stage, result, opinion, on, by.username(), records.now()));
    }

    Instant followUpDueAt(CaseNo no) {
        return Objects.requireNonNull(deadlines.followUp(records.find(no))).timerAt();
    }
}
