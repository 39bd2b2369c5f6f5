package org.duban.notice.service;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.duban.kernel.Actor;
import org.duban.notice.paper.Paper;
import org.duban.notice.paper.Papers;
import org.duban.notice.service.store.DeliveryStore;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends one delivery, after asking once more whether it is still wanted, and writes down what became of it. */
@Service
public class Dispatch {

    private final DeliveryStore deliveries;
    private final Papers papers;
    private final List<ServiceOwner> owners;
    private final Map<Channel, Carrier> carriers = new EnumMap<>(Channel.class);
    private final ApplicationEventPublisher events;
    private final TransactionTemplate apart;
    private final Clock clock;

    Dispatch(
            DeliveryStore deliveries,
            Papers papers,
            List<ServiceOwner> owners,
            List<Carrier> carriers,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.deliveries = deliveries;
        this.papers = papers;
        this.owners = owners;
        carriers.forEach(carrier -> this.carriers.put(carrier.channel(), carrier));
        this.events = events;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /**
     * Sends it unless it has been sent, given up, or is wanted no longer.
     *
     * @param last true when nobody will try again by itself should this fail
     * @throws Undeliverable when it did not go out; that it did not is kept all the same
     */
    @Transactional
    public void send(long id, boolean last) {
        Delivery delivery = deliveries.byId(id).orElseThrow();
        if (!delivery.open()) {
            return;
        }
        Paper paper = papers.byId(delivery.paperId()).orElseThrow();
        String reason = unwanted(paper);
        Instant now = clock.instant();
        if (reason != null) {
            deliveries.end(id, DeliveryState.NOT_SENT, reason);
            events.publishEvent(ServiceFact.notSent(paper, deliveries.byId(id).orElseThrow(), now));
            return;
        }
        Carrier.Carried carried;
        try {
            carried = carriers.get(delivery.channel()).carry(delivery, paper);
        } catch (Undeliverable failure) {
            fail(delivery, paper, last, failure);
            throw failure;
        } catch (RuntimeException unforeseen) {
            Undeliverable failure = new Undeliverable(null, "发送时系统出错，请管理员查看日志后重试。", unforeseen);
            fail(delivery, paper, last, failure);
            throw failure;
        }
        deliveries.sent(id, carried.to(), carried.result(), now);
        events.publishEvent(ServiceFact.served(paper, deliveries.byId(id).orElseThrow(), Actor.system()));
    }

    // The engine rolls the transaction of this thread back to try again; what happened must not be lost with it.
    private void fail(Delivery delivery, Paper paper, boolean last, Undeliverable failure) {
        Instant now = clock.instant();
        apart.executeWithoutResult(status -> {
            deliveries.failed(delivery.id(), last, failure.to(), failure.getMessage(), now);
            events.publishEvent(
                    ServiceFact.failed(paper, deliveries.byId(delivery.id()).orElseThrow(), now));
        });
    }

    private String unwanted(Paper paper) {
        if (paper.withdrawn()) {
            return "文书已撤回，未发送：" + paper.withdrawal().reason();
        }
        return owners.stream().anyMatch(owner -> owner.noLongerNeeded(paper)) ? "事情已办结，未发送。" : null;
    }
}
