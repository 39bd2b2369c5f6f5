package org.duban.launch;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** True when a separate owner role for the tables is set. */
class OwnerGiven implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return DatabaseSettings.present(context.getEnvironment().getProperty("duban.database.owner-user"));
    }
}
