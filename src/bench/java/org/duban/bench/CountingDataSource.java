package org.duban.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts statements executed; those of a batch one by one, the batch itself as one round trip. */
final class CountingDataSource extends DelegatingDataSource {

    private final Meter meter;

    CountingDataSource(DataSource source, Meter meter) {
        super(source);
        this.meter = meter;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return counting(super.getConnection());
    }

    private Connection counting(Connection connection) {
        return proxy(Connection.class, connection, (method, arguments, answer) -> {
            if (answer instanceof PreparedStatement statement) {
                return counting(PreparedStatement.class, statement, (String) arguments[0]);
            }
            if (method.equals("commit") || method.equals("rollback")) {
                meter.roundTrip();
            }
            return answer instanceof Statement statement ? counting(Statement.class, statement, null) : answer;
        });
    }

    private <S extends Statement> S counting(Class<S> type, S statement, String sql) {
        int[] batched = {0};
        return proxy(type, statement, (method, arguments, answer) -> {
            switch (method) {
                case "addBatch" -> batched[0]++;
                case "executeBatch" -> {
                    meter.count(sql, batched[0]);
                    meter.roundTrip();
                    batched[0] = 0;
                }
                case "execute", "executeQuery", "executeUpdate" -> {
                    meter.count(sql == null ? String.valueOf(arguments[0]) : sql, 1);
                    meter.roundTrip();
                }
                default -> {}
            }
            return answer;
        });
    }

    private interface After {
        Object seen(String method, Object[] arguments, Object answer);
    }

    private static <T> T proxy(Class<T> type, T target, After after) {
        InvocationHandler handler =
                (proxy, method, arguments) -> after.seen(method.getName(), arguments, call(method, target, arguments));
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
