package org.duban.petition;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.problem.CaseDriver;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Drives one letter through the real engine as the office and the units would, each with the forms in their lists. */
public final class LetterDriver {

    public static final String COORDINATOR = "coordinator";
    public static final String LEADER = "leader";
    public static final String JINJIANG = "350582";
    public static final String NANAN = "350583";
    public static final String HUIAN = "350521";

    private static final Actor DESK = Actor.of(COORDINATOR, "协调员");
    private static final AtomicInteger SERIAL = new AtomicInteger();

    private final CaseDriver office;
    private final PetitionService petitions;
    private final PetitionStore store;
    private final HistoryService history;
    private final ApplicationEventPublisher facts;
    private final TransactionTemplate transaction;

    public LetterDriver(ApplicationContext application) {
        office = new CaseDriver(application);
        petitions = application.getBean(PetitionService.class);
        store = application.getBean(PetitionStore.class);
        history = application.getBean(HistoryService.class);
        facts = application;
        transaction = application.getBean(TransactionTemplate.class);
    }

    /** Stops the clock at that day's morning. */
    public LetterDriver on(String day) {
        office.on(day);
        return this;
    }

    public CaseDriver office() {
        return office;
    }

    /** A letter handed over by an inspection in a batch, whose writer is known. */
    public LetterDriver batchLetter() {
        return register(letter(
                Channel.LETTER, 7, new Identity("陈信访", "13805951234", null, "陈埭镇某村 8 号", null), "晋江市陈埭镇鞋厂夜间排放刺鼻气味。"));
    }

    /** One of a batch of the test's own, by nobody who could be called back when there is no identity. */
    public LetterDriver batchLetter(int batch, Identity identity, String words) {
        return register(letter(Channel.LETTER, batch, identity, words));
    }

    /** A letter from the platform of every day, without a batch. */
    public LetterDriver platformLetter(Identity identity) {
        return register(letter(Channel.PLATFORM, null, identity, "晋江市池店镇烧烤店油烟直排。"));
    }

    public static Identity named() {
        return new Identity("林反映", "13905956789", null, null, null);
    }

    private NewLetter letter(Channel channel, Integer batch, Identity identity, String words) {
        LocalDate today = office.today();
        int serial = SERIAL.incrementAndGet();
        boolean inspection = channel.ofInspection();
        String number = inspection
                ? "X7FJ%s%04d".formatted(today.toString().replace("-", ""), serial)
                : "PTD%09d".formatted(serial);
        String name = inspection ? "福建省第七轮例行督察" : null;
        return new NewLetter(
                PetitionNumber.read(number, name, channel, today),
                channel,
                name,
                null,
                batch == null ? null : new Batch.Key(name, "", batch),
                batch == null ? null : today,
                today,
                "晋江市",
                UnitCode.of(JINJIANG),
                "陈埭镇",
                null,
                List.of("大气"),
                null,
                words + "第 " + serial + " 件。",
                null,
                false,
                identity == null,
                identity,
                Answer.NONE,
                false);
    }

    private LetterDriver register(NewLetter letter) {
        office.take(petitions.registerAll(List.of(letter), DESK).get(0).no());
        return this;
    }

    public CaseNo no() {
        return office.no();
    }

    public Petition letter() {
        return store.find(no()).orElseThrow();
    }

    public PetitionState state() {
        return letter().state();
    }

    public List<PetitionFact> told() {
        return store.events(no()).stream().map(PetitionEvent::fact).toList();
    }

    public List<String> waiting() {
        return office.waiting();
    }

    public CaseDriver.Officer as(String username) {
        return office.as(username);
    }

    public LetterDriver does(String username, String element, String form) {
        office.as(username).does(element, form);
        return this;
    }

    /** The text on a task as its unit sees it in the list. */
    public Map<String, Object> taskVariables(String element) {
        Task task = office.tasks(element).get(0);
        return office.taskVariables(task.getId());
    }

    /** What the publication tells when the letter stands where the public reads it. */
    public LetterDriver published() {
        return tell(PetitionMessages.PUBLISHED, Map.of());
    }

    public LetterDriver joins(CaseNo main) {
        return tell("petition.joined", Map.of("main", main.value()));
    }

    public LetterDriver splits() {
        return tell("petition.split", Map.of());
    }

    private LetterDriver tell(String type, Map<String, Object> data) {
        transaction.executeWithoutResult(tx -> facts.publishEvent(new Told(no(), type, office.now(), DESK, data)));
        office.runJobs();
        return this;
    }

    record Told(CaseNo caseNo, String type, java.time.Instant at, Actor by, Map<String, Object> data)
            implements org.duban.kernel.Fact {}

    /** Whether the letter's process has come to its end, and at which end. */
    public String ended() {
        HistoricProcessInstance instance = history.createHistoricProcessInstanceQuery()
                .processDefinitionKey("PetitionDispatch")
                .processInstanceBusinessKey(no().value())
                .singleResult();
        return instance.getEndActivityId();
    }

    /** Elements the process has passed. */
    public Set<String> passed() {
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey("PetitionDispatch")
                        .processInstanceBusinessKey(no().value())
                        .singleResult()
                        .getId())
                .finished()
                .list()
                .stream()
                .map(activity -> activity.getActivityId())
                .collect(Collectors.toSet());
    }

    // The way every letter goes, stage by stage.

    public LetterDriver dispatched(String... units) {
        return does(COORDINATOR, "UserTask_DispatchPetition", dispatch(units));
    }

    public LetterDriver signed(String... units) {
        for (String unit : units) {
            does("clerk" + unit, "UserTask_SignForPetition", "{\"decision\":\"sign\"}");
        }
        return this;
    }

    public LetterDriver answered(String findings, String... units) {
        for (String unit : units) {
            does("clerk" + unit, "UserTask_Investigate", findings);
            does("head" + unit, "UserTask_SignFindings", "{\"decision\":\"sign\"}");
        }
        return this;
    }

    public LetterDriver reviewed(boolean pass) {
        return does(COORDINATOR, "UserTask_ReviewAnswer", review(pass));
    }

    /** Dispatched to one unit, answered, and passed. */
    public LetterDriver passed(String findings) {
        return dispatched(JINJIANG)
                .signed(JINJIANG)
                .answered(findings, JINJIANG)
                .reviewed(true);
    }

    // What the forms file.

    public static String dispatch(String... units) {
        String share = "%.2f".formatted(1.0 / units.length);
        return "{\"decision\":\"dispatch\",\"shares\":["
                + Stream.of(units)
                        .map(unit -> "{\"unit\":\"%s\",\"share\":%s}".formatted(unit, share))
                        .collect(Collectors.joining(","))
                + "]}";
    }

    public static String giveBack(String reason) {
        return "{\"decision\":\"return\",\"reasonCode\":\"%s\",\"reason\":\"点位坐落惠安境内\",\"suggestedUnit\":\"350521\"}"
                .formatted(reason);
    }

    public static String done() {
        return "{\"verdict\":\"TRUE\",\"outcome\":\"DONE\",\"findings\":\"现场核查,气味来自涂胶工序\",\"handling\":\"已安装治理设施\","
                + "\"sanctions\":{\"ordered\":1,\"filed\":1,\"fine\":30000}}";
    }

    public static String staged(LocalDate plannedOn) {
        return "{\"verdict\":\"PARTLY\",\"outcome\":\"STAGED\",\"findings\":\"现场核查,部分属实\",\"handling\":\"设备改造中\",\"plannedOn\":\"%s\"}"
                .formatted(plannedOn);
    }

    public static String review(boolean pass) {
        return pass ? "{\"decision\":\"pass\"}" : "{\"decision\":\"redispatch\",\"opinion\":\"没有监测数据\"}";
    }

    public static String callBack(String result) {
        return "{\"result\":\"%s\",\"text\":\"夜间仍有气味\"}".formatted(result);
    }

    public static String takeUp(LocalDate dueOn) {
        return "{\"leader\":\"王副市长\",\"task\":\"彻底解决异味扰民\",\"measures\":\"厂区整体搬迁\",\"responsible\":\"晋江市政府\",\"dueOn\":\"%s\"}"
                .formatted(dueOn);
    }
}
