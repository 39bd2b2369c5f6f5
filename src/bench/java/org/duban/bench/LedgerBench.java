package org.duban.bench;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.IntSupplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.duban.bench.Rows.Fault;
import org.duban.engine.EngineIdentity;

/**
 * Pages of the ledger over 100,000 problems: {@code GET /api/cases} over HTTP with everything around it, against the
 * engine's own query API asked the same inside the JVM, without HTTP.
 */
final class LedgerBench {

    private static final int CASES = 100_000;
    private static final int WARM_UP = 5;
    private static final int TIMES = 30;
    private static final int PAGE = 50;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private City city;

    /** The same question to both. */
    private record Question(String words, String username, List<String> groups, String address, IntSupplier engine) {}

    void run() throws Exception {
        Report.title("ledger");
        try (City kept = City.kept(ImportBench.CITY)) {
            city = kept;
            Report.database(city.dataSource());
            fill();
            city.db().sql("vacuum analyze").update();
            List<Double> medians = new ArrayList<>();
            for (Question question : questions()) {
                medians.add(ask(question));
            }
            Report.ratio("engine's median / ledger's median, question by question", 20, false, medians);
        }
    }

    private void fill() throws Exception {
        int there = count();
        if (there < CASES) {
            new Imports(city).run(Rows.list("补足清单" + there, CASES - there, Fault.NONE, 1), false, done -> {});
        }
        Report.line("%d problems in the ledger", count());
    }

    private int count() {
        return city.db()
                .sql("select count(*) from problem")
                .query(Integer.class)
                .single();
    }

    private List<Question> questions() {
        ProcessEngine engine = city.bean(ProcessEngine.class);
        TaskService tasks = engine.getTaskService();
        RuntimeService runtime = engine.getRuntimeService();
        List<String> coordinator = List.of();
        List<String> clerk = List.of("clerk", "unit350582");
        return List.of(
                new Question("newest of all", "coordinator", coordinator, "", () -> engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processDefinitionKey(BareEngine.PROCESS)
                        .orderByProcessInstanceStartTime()
                        .desc()
                        .listPage(0, PAGE)
                        .size()),
                new Question(
                        "to be signed for, nearest limit first",
                        "coordinator",
                        coordinator,
                        "&state=DISPATCHED&sort=dueOn",
                        () -> tasks.createTaskQuery()
                                .processDefinitionKey(BareEngine.PROCESS)
                                .taskDefinitionKey("UserTask_SignFor")
                                .orderByDueDate()
                                .asc()
                                .listPage(0, PAGE)
                                .size()),
                new Question(
                        "of one unit",
                        "coordinator",
                        coordinator,
                        "&unit=350582",
                        () -> runtime.createProcessInstanceQuery()
                                .processDefinitionKey(BareEngine.PROCESS)
                                .variableValueEquals("leadUnit", "350582")
                                .orderByBusinessKey()
                                .desc()
                                .listPage(0, PAGE)
                                .size()),
                new Question(
                        "of one unit, due soon, nearest first",
                        "coordinator",
                        coordinator,
                        "&unit=350582&dueWithin=60&sort=dueOn",
                        () -> tasks.createTaskQuery()
                                .processDefinitionKey(BareEngine.PROCESS)
                                .processVariableValueEquals("leadUnit", "350582")
                                .dueBefore(new Date(System.currentTimeMillis() + 60L * 24 * 3600 * 1000))
                                .orderByDueDate()
                                .asc()
                                .listPage(0, PAGE)
                                .size()),
                new Question(
                        "with a word in the title",
                        "coordinator",
                        coordinator,
                        "&q=" + URLEncoder.encode("浐溪", StandardCharsets.UTF_8),
                        () -> runtime.createProcessInstanceQuery()
                                .processDefinitionKey(BareEngine.PROCESS)
                                .variableValueLike("caseTitle", "%浐溪%")
                                .orderByBusinessKey()
                                .desc()
                                .listPage(0, PAGE)
                                .size()),
                new Question("what a clerk may see", "clerk350582", clerk, "&sort=dueOn", () -> tasks.createTaskQuery()
                        .processDefinitionKey(BareEngine.PROCESS)
                        .orderByDueDate()
                        .asc()
                        .listPage(0, PAGE)
                        .size()));
    }

    private double ask(Question question) throws Exception {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        logIn(question.username());
        EngineIdentity identity = city.bean(EngineIdentity.class);
        for (int time = -WARM_UP; time < TIMES; time++) {
            long begun = System.nanoTime();
            get(question);
            double mine = millis(begun);
            double[] engine = new double[1];
            Runnable asking = () -> {
                long asked = System.nanoTime();
                if (question.engine().getAsInt() == 0) {
                    throw new IllegalStateException("The engine finds nothing: " + question.words());
                }
                engine[0] = millis(asked);
            };
            if (question.groups().isEmpty()) {
                // Who sees everything in the ledger is asked for without rights, which is the faster way for the
                // engine.
                identity.asApplication(asking);
            } else {
                identity.asPerson(question.username(), question.groups(), asking);
            }
            if (time >= 0) {
                ours.add(mine);
                theirs.add(engine[0]);
            }
        }
        double ratio = Report.median(theirs) / Report.median(ours);
        Report.line(
                "%-40s ledger median %6.1f ms, 95th percentile %6.1f ms; engine %7.1f and %7.1f ms; x %.1f",
                question.words(),
                Report.median(ours),
                Report.quantile(ours, 0.95),
                Report.median(theirs),
                Report.quantile(theirs, 0.95),
                ratio);
        return ratio;
    }

    /** As a browser does: the password is checked once, not with every page. */
    private void logIn(String username) throws Exception {
        cookies.getCookieStore().removeAll();
        URI login = URI.create("http://127.0.0.1:" + city.port() + "/login");
        http.send(HttpRequest.newBuilder(login).build(), HttpResponse.BodyHandlers.discarding());
        String token = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("DUBAN-XSRF"))
                .findFirst()
                .orElseThrow()
                .getValue();
        HttpRequest request = HttpRequest.newBuilder(login)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-DUBAN-XSRF", token)
                .POST(HttpRequest.BodyPublishers.ofString("username=" + username + "&password=duban"))
                .build();
        http.send(request, HttpResponse.BodyHandlers.discarding());
    }

    private void get(Question question) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + city.port() + "/api/cases?size=" + PAGE + question.address()))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200 || !answer.body().contains("\"no\"")) {
            throw new IllegalStateException(question.words() + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    private static double millis(long begun) {
        return (System.nanoTime() - begun) / 1e6;
    }
}
