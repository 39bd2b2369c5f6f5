package org.duban.engine;

import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Closes CVE-2026-109432: the engine evaluates any expression found inside {@code orQueries}, so that whoever may query
 * tasks may run code. Query expressions are the ones evaluated without a variable scope; only the harmless ones that the
 * shipped filters use are let through.
 */
@Component
class QueryExpressionGuard extends AbstractProcessEnginePlugin {

    static final Set<String> ALLOWED = Set.of(
            "${currentUser()}", "${currentUserGroups()}", "${now()}", "${dateTime()}", "${dateTime().plusDays(7)}");

    private final ApplicationContext context;

    QueryExpressionGuard(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setExpressionManager(new GuardedExpressionManager(context));
    }

    private static final class GuardedExpressionManager extends SpringExpressionManager {

        GuardedExpressionManager(ApplicationContext context) {
            super(context);
        }

        @Override
        public Expression createExpression(String text) {
            ensureInitialized();
            return new GuardedExpression(text, this);
        }
    }

    private static final class GuardedExpression extends JuelExpression {

        GuardedExpression(String text, GuardedExpressionManager manager) {
            super(manager.createValueExpression(text), manager, text);
        }

        @Override
        public Object getValue(VariableScope scope, BaseDelegateExecution contextExecution) {
            if (scope == null && !isLiteralText() && !ALLOWED.contains(expressionText.replaceAll("\\s", ""))) {
                throw new BadUserRequestException("查询中不允许使用表达式 / expression not allowed in a query");
            }
            return super.getValue(scope, contextExecution);
        }
    }
}
