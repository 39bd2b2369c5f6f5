package org.duban.journal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/**
 * Breaks the connection to the database before the n-th statement of a thread, the commit counting as one. In threads
 * that do not ask for it nothing is in between.
 */
@Component
class Fuse implements BeanPostProcessor {

    private static final ThreadLocal<int[]> LEFT = new ThreadLocal<>();
    private static final Set<String> SENDING = Set.of("execute", "executeQuery", "executeUpdate", "executeBatch");

    interface Work {
        void run() throws Exception;
    }

    /** Runs the work with so many statements to go; true when it came to its end before. */
    static boolean holds(int statements, Work work) {
        int[] left = {statements};
        LEFT.set(left);
        try {
            work.run();
        } catch (Exception e) {
            if (left[0] > 0) {
                throw new IllegalStateException(e);
            }
        } finally {
            LEFT.remove();
        }
        return left[0] > 0;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return name.equals("dataSource") ? new Fused((DataSource) bean) : bean;
    }

    private static final class Fused extends DelegatingDataSource {

        Fused(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return LEFT.get() == null ? connection : (Connection) proxy(Connection.class, connection);
        }
    }

    private static Object proxy(Class<?> type, Object target) {
        return Proxy.newProxyInstance(
                Fuse.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    boolean sends = target instanceof Statement && SENDING.contains(method.getName())
                            || method.getName().equals("commit");
                    int[] left = LEFT.get();
                    if (sends && left != null && --left[0] <= 0) {
                        left[0] = 0;
                        throw new SQLException("the fuse is blown", "08006");
                    }
                    Object answer;
                    try {
                        answer = method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    if (answer instanceof PreparedStatement) {
                        return proxy(PreparedStatement.class, answer);
                    }
                    return answer instanceof Statement ? proxy(Statement.class, answer) : answer;
                });
    }
}
