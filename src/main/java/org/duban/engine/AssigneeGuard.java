package org.duban.engine;

import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.identity.User;
import org.duban.kernel.Refusal;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Refuses the completion of a task that somebody else has claimed, for every user task of every process. The engine
 * itself lets any candidate complete it and then names the wrong person in its history. A substitute may, while the
 * colleague who claimed it is away.
 */
@Component
class AssigneeGuard {

    private final EngineIdentity engine;
    private final IdentityService identities;
    private final StandIns standIns;

    AssigneeGuard(EngineIdentity engine, @Lazy IdentityService identities, StandIns standIns) {
        this.engine = engine;
        this.identities = identities;
        this.standIns = standIns;
    }

    @EventListener(condition = "#task.eventName == '" + TaskListener.EVENTNAME_COMPLETE + "'")
    @Order(Ordered.HIGHEST_PRECEDENCE)
    public void completing(DelegateTask task) {
        Optional<String> person = engine.username();
        String assignee = task.getAssignee();
        if (person.isEmpty() || assignee == null || assignee.equals(person.get())) {
            return;
        }
        if (!standIns.mayActFor(person.get(), assignee)) {
            throw new Refusal("本任务已由“" + name(assignee) + "”认领，请由其办理；需要他人代办的，请其先放弃认领或登记代办人。");
        }
    }

    private String name(String username) {
        User user = identities.createUserQuery().userId(username).singleResult();
        return user == null ? username : user.getFirstName();
    }
}
