package org.duban.deadline.request;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.duban.deadline.DeadlineLedger;
import org.duban.deadline.LedgerEntry;
import org.duban.deadline.LedgerKind;
import org.duban.engine.EngineIdentity;
import org.duban.problem.CaseDriver;
import org.springframework.context.ApplicationContext;

/** Asks for something about one case, as its people would, and follows what becomes of it. */
final class Petition {

    private final Requests requests;
    private final RequestReader reader;
    private final DeadlineLedger ledger;
    private final EngineIdentity identity;
    private final CaseDriver office;

    Petition(ApplicationContext application, CaseDriver office) {
        this.requests = application.getBean(Requests.class);
        this.reader = application.getBean(RequestReader.class);
        this.ledger = application.getBean(DeadlineLedger.class);
        this.identity = application.getBean(EngineIdentity.class);
        this.office = office;
    }

    DeadlineRequest extension(String who, long deadline, LocalDate day) {
        return ask(who, new Ask(RequestKind.EXTENSION, deadline, day, null, null, "雨季无法清淤", "已完成六成"));
    }

    DeadlineRequest suspension(String who, long deadline, LocalDate day) {
        return ask(who, new Ask(RequestKind.SUSPENSION, deadline, day, null, null, "涉法诉讼中止执行", "已完成六成"));
    }

    DeadlineRequest reassignment(String who, String lead, String... responsible) {
        return ask(who, new Ask(RequestKind.REASSIGNMENT, null, null, lead, List.of(responsible), "点位划归南安", "已完成排查"));
    }

    private DeadlineRequest ask(String who, Ask ask) {
        DeadlineRequest asked = as(who, () -> requests.ask(office.no(), ask));
        office.runJobs();
        return asked;
    }

    <T> T as(String who, Supplier<T> work) {
        AtomicReference<T> answer = new AtomicReference<>();
        identity.asPerson(who, () -> answer.set(work.get()));
        return answer.get();
    }

    /** The case's own limit as it stands. */
    LedgerEntry limit() {
        return ledger.all(office.no()).stream()
                .filter(entry -> entry.kind() == LedgerKind.SUBJECT)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** The open deadline of that task. */
    LedgerEntry task(String element) {
        return ledger.current(office.no()).stream()
                .filter(entry -> entry.rule().equals(element))
                .findFirst()
                .orElseThrow();
    }

    DeadlineRequest again(DeadlineRequest request) {
        return requests.find(request.id());
    }

    /** What that person is offered about the case's limit. */
    CaseRequests.Limit offered(String who) {
        return as(who, () -> reader.of(office.no())).limits().stream()
                .filter(one -> one.id() == limit().id())
                .findFirst()
                .orElseThrow();
    }

    static String signs() {
        return "{\"decision\":\"sign\"}";
    }

    static String grants() {
        return "{\"decision\":\"grant\",\"reason\":\"情况属实\"}";
    }

    static String grants(LocalDate on) {
        return "{\"decision\":\"grant\",\"grantedOn\":\"%s\"}".formatted(on);
    }

    static String refuses() {
        return "{\"decision\":\"refuse\",\"reason\":\"进度可以赶上\"}";
    }
}
