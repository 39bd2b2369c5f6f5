package org.duban.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A bare Camunda engine at history level FULL in a database of its own on the same server, running Duban's very model;
 * every bean the model names is there and does nothing.
 */
final class BareEngine implements AutoCloseable {

    static final String PROCESS = "ProblemRectification";

    private static final String MODEL = "processes/problem/ProblemRectification.bpmn";
    private static final Pattern BEAN = Pattern.compile("=\"\\$\\{([A-Za-z]+(?:Listener|Delegate))}\"");

    private final Meter meter = new Meter();
    private final HikariDataSource pool;
    private final TransactionTemplate transaction;
    private final ProcessEngine engine;

    /** @param server any data source on the server */
    BareEngine(DataSource server) throws Exception {
        String database = "bare" + System.nanoTime();
        String url;
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + database);
            url = connection.getMetaData().getURL();
        }
        pool = new HikariDataSource();
        pool.setJdbcUrl(url.replaceFirst("/postgres(?=\\?|$)", "/" + database));
        pool.setUsername("postgres");
        pool.setMaximumPoolSize(20);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        DataSource counted = new CountingDataSource(pool, meter);
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(counted);
        transaction = new TransactionTemplate(transactions);
        engine = engine(counted, transactions);
        engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource(MODEL)
                .deploy();
    }

    private static ProcessEngine engine(DataSource source, DataSourceTransactionManager transactions) throws Exception {
        SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
        configuration.setProcessEngineName("bare");
        configuration.setDataSource(source);
        configuration.setTransactionManager(transactions);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(true);
        configuration.setBeans(beans());
        return configuration.buildProcessEngine();
    }

    private static Map<Object, Object> beans() throws Exception {
        Map<Object, Object> beans = new HashMap<>();
        String model = new String(new ClassPathResource(MODEL).getInputStream().readAllBytes());
        Matcher named = BEAN.matcher(model);
        while (named.find()) {
            beans.put(named.group(1), new Nothing());
        }
        beans.put("taskDueDate", new DueDate());
        beans.put("problemTimers", new Timers());
        beans.put("responsibleUnits", new ResponsibleUnits());
        return beans;
    }

    /** What Duban hands its process at the start, for a complete row. */
    static Map<String, Object> startVariables(int number) {
        Map<String, Object> variables = new TreeMap<>();
        variables.put("caseNo", caseNo(number));
        variables.put("caseTitle", Rows.title(number));
        variables.put("leadUnit", "350582");
        variables.put("supervisingUnit", "35050012");
        variables.put("dispatchComplete", true);
        variables.put("sentBack", false);
        return variables;
    }

    static String caseNo(int number) {
        return "WT2026-%06d".formatted(number);
    }

    /** Starts as many instances in one transaction. */
    void start(int first, int count) {
        transaction.executeWithoutResult(status -> {
            for (int number = first; number < first + count; number++) {
                engine.getRuntimeService().startProcessInstanceByKey(PROCESS, caseNo(number), startVariables(number));
            }
        });
    }

    /** Starts as many instances of another process, fifty a transaction. */
    void start(String process, int count) {
        for (int begun = 0; begun < count; begun += 50) {
            transaction.executeWithoutResult(status -> {
                for (int number = 0; number < 50; number++) {
                    engine.getRuntimeService().startProcessInstanceByKey(process);
                }
            });
        }
    }

    /**
     * Lets the engine's own job executor fire what is due, for so long at most.
     *
     * @param tuned more threads and larger takings than it is shipped with
     * @param fired how many have been fired so far
     * @return fired a second
     */
    double fire(int seconds, int all, boolean tuned, Supplier<Long> fired) throws InterruptedException {
        JobExecutor executor =
                ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        if (tuned) {
            executor.setMaxJobsPerAcquisition(10);
            executor.setWaitTimeInMillis(100);
            executor.setMaxWait(1_000);
        }
        long begun = System.nanoTime();
        executor.start();
        long done = 0;
        while (done < all && System.nanoTime() - begun < seconds * 1_000_000_000L) {
            Thread.sleep(250);
            done = fired.get();
        }
        double rate = done / ((System.nanoTime() - begun) / 1e9);
        executor.shutdown();
        Report.line("bare timers %s: %d fired, %.0f a second", tuned ? "tuned and indexed" : "as shipped", done, rate);
        return rate;
    }

    ProcessEngine engine() {
        return engine;
    }

    DataSource dataSource() {
        return pool;
    }

    Meter meter() {
        return meter;
    }

    @Override
    public void close() throws SQLException {
        engine.close();
        pool.close();
    }

    /** Stands for every delegate and listener. */
    public static final class Nothing implements JavaDelegate, TaskListener, ExecutionListener {

        @Override
        public void execute(DelegateExecution execution) {}

        @Override
        public void notify(org.camunda.bpm.engine.delegate.DelegateTask task) {}

        @Override
        public void notify(DelegateExecution execution) {}
    }

    /** Called by the model. */
    public static final class DueDate {

        public Date of(DelegateExecution execution) {
            return later();
        }
    }

    /** Called by the model. */
    public static final class ResponsibleUnits {

        public List<String> of(DelegateExecution execution) {
            return List.of("350582");
        }
    }

    /** Called by the model. */
    public static final class Timers {

        public Date signingOverdue(DelegateExecution execution) {
            return later();
        }

        public Date noticeEnds(DelegateExecution execution) {
            return later();
        }

        public Date lookBackDue(DelegateExecution execution) {
            return later();
        }
    }

    private static Date later() {
        return Date.from(Instant.now().plus(Duration.ofDays(30)));
    }
}
