package org.duban.notice.service;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.duban.kernel.Actor;
import org.duban.kernel.Refusal;
import org.duban.kernel.Zones;
import org.duban.notice.paper.Paper;
import org.duban.notice.paper.Papers;
import org.duban.notice.service.store.DeliveryStore;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a coordinator does about a delivery that did not go out: try again, or serve the paper by hand. */
@Service
public class HandService {

    private static final int LONGEST = 500;

    private final DeliveryStore deliveries;
    private final Papers papers;
    private final DeliveryFlow flow;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HandService(
            DeliveryStore deliveries, Papers papers, DeliveryFlow flow, ApplicationEventPublisher events, Clock clock) {
        this.deliveries = deliveries;
        this.papers = papers;
        this.flow = flow;
        this.events = events;
        this.clock = clock;
    }

    /** Has the engine try again at once, as often as it did at first. */
    @Transactional
    public void retry(long delivery) {
        Delivery failed = deliveries.byId(delivery).orElseThrow(HandService::unknown);
        if (!deliveries.waitAgain(delivery)) {
            throw new Refusal("这次送达现在是“" + failed.state().label() + "”，不需要重试，请刷新页面。");
        }
        flow.retry(papers.byId(failed.paperId()).orElseThrow().caseNo(), delivery);
    }

    /**
     * Notes that the paper was served in another way, which ends the delivery.
     *
     * @param note how, and who took it
     */
    @Transactional
    public void byHand(long delivery, LocalDate servedOn, String note, Actor by) {
        Delivery open = deliveries.byId(delivery).orElseThrow(HandService::unknown);
        check(servedOn, note);
        Paper paper = papers.byId(open.paperId()).orElseThrow();
        Instant now = clock.instant();
        if (!deliveries.end(delivery, DeliveryState.REPLACED, open.result())) {
            throw new Refusal("这次送达现在是“" + open.state().label() + "”，不需要改用其他方式，请刷新页面。");
        }
        events.publishEvent(ServiceFact.notSent(paper, deliveries.byId(delivery).orElseThrow(), now));
        long hand = deliveries
                .addByHand(open, servedOn.atStartOfDay(Zones.CITY).toInstant(), note.strip(), by, now)
                .orElseThrow(() -> new Refusal("这份文书已经登记过对该单位的人工送达，请刷新页面。"));
        events.publishEvent(ServiceFact.served(paper, deliveries.byId(hand).orElseThrow(), by));
        // The engine looks at the delivery once more, finds that it is given up, and closes its incident.
        flow.retry(paper.caseNo(), delivery);
    }

    private void check(LocalDate servedOn, String note) {
        if (servedOn == null || servedOn.isAfter(LocalDate.now(clock))) {
            throw new Refusal("servedOn", "请填写送达日期，不能晚于今天。");
        }
        if (note == null || note.isBlank() || note.strip().length() > LONGEST) {
            throw new Refusal("note", "请写明怎样送达、由谁接收，控制在 " + LONGEST + " 字以内。");
        }
    }

    private static Refusal unknown() {
        return new Refusal("送达记录不存在，请刷新页面。");
    }
}
