package org.duban.card;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.organisation.CurrentActor;
import org.duban.organisation.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reviews or approves many proposals in one go, each in a transaction of its own, so that one that cannot be decided
 * spoils none of the others. Every one completes its task in the engine as the person who decides.
 */
@Service
public class DecidingMany {

    private static final Logger LOG = LoggerFactory.getLogger(DecidingMany.class);

    private final DecidingTasks tasks;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;

    DecidingMany(DecidingTasks tasks, CurrentActor actor, TransactionTemplate transaction) {
        this.tasks = tasks;
        this.actor = actor;
        this.transaction = transaction;
    }

    /** What became of one of them, {@code message} in words. */
    public record Outcome(CaseNo no, boolean done, String message) {}

    /** 审核, each with its own command. */
    public List<Outcome> review(Map<CaseNo, CardCommand.Review> commands) {
        List<Outcome> outcomes = new ArrayList<>();
        commands.forEach((no, command) -> outcomes.add(decide(
                no,
                Role.COORDINATOR,
                command.decision() == CardCommand.Review.Choice.KEEP ? "已审核，送领导审批" : "已决定不予发牌",
                () -> tasks.review(no, command))));
        return outcomes;
    }

    /** 审批, all alike. */
    public List<Outcome> approve(Collection<CaseNo> numbers, CardCommand.Approve command) {
        String said =
                switch (command.decision()) {
                    case APPROVE -> "已批准，随即签发送达";
                    case RETURN -> "已退回重新审核";
                    case REFUSE -> "已决定不予发牌";
                };
        return numbers.stream()
                .distinct()
                .map(no -> decide(no, Role.LEADER, said, () -> tasks.approve(no, command)))
                .toList();
    }

    private Outcome decide(CaseNo no, Role role, String said, Runnable work) {
        try {
            if (actor.holding(role, null).isEmpty()) {
                throw new Refusal("这一步由" + role.label() + "办理。");
            }
            transaction.executeWithoutResult(status -> work.run());
            return new Outcome(no, true, said);
        } catch (RuntimeException failed) {
            return new Outcome(no, false, why(no, failed));
        }
    }

    /** The refusal inside whatever the engine wrapped it in. */
    private static String why(CaseNo no, RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal.getMessage();
            }
            if (cause instanceof ConcurrencyFailureException) {
                return "刚刚被别人办理，请刷新后再看。";
            }
        }
        LOG.warn("Card {} could not be decided", no, failed);
        return "系统没有办成，请刷新后再试；仍不成功时请告诉管理员。";
    }
}
