package org.duban.notice.service;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;
import org.duban.notice.paper.Paper;
import org.duban.notice.paper.Papers;
import org.duban.notice.service.store.ChannelStore;
import org.duban.notice.service.store.DeliveryStore;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Has papers served, and tells how that went. Looks at no rights: for use inside a use case. */
@Service
@Transactional(readOnly = true)
public class Services {

    private final DeliveryStore deliveries;
    private final ChannelStore channels;
    private final Papers papers;
    private final List<Carrier> carriers;
    private final DeliveryFlow flow;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Services(
            DeliveryStore deliveries,
            ChannelStore channels,
            Papers papers,
            List<Carrier> carriers,
            DeliveryFlow flow,
            ApplicationEventPublisher events,
            Clock clock) {
        this.deliveries = deliveries;
        this.channels = channels;
        this.papers = papers;
        this.carriers = carriers;
        this.flow = flow;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Has the paper served on its addressee and on those who get a copy, by every channel that is set for them. Joins the
     * caller's transaction; nothing leaves before it is committed. Again for the same paper adds nothing.
     */
    @Transactional
    public void serve(Paper paper) {
        serve(paper, paper.addressee(), false);
        paper.copies().forEach(copy -> serve(paper, copy, true));
    }

    private void serve(Paper paper, UnitCode unit, boolean copy) {
        Instant now = clock.instant();
        for (Channel channel : channelsOf(unit)) {
            deliveries
                    .add(paper.id(), unit, copy, channel, now)
                    .ifPresent(delivery -> flow.start(paper.caseNo(), delivery));
        }
    }

    private List<Channel> channelsOf(UnitCode unit) {
        UnitChannels set = channels.of(unit).orElse(UnitChannels.none(unit));
        return carriers.stream()
                .filter(Carrier::ready)
                .map(Carrier::channel)
                .filter(set::takes)
                .sorted()
                .toList();
    }

    /** Signs for the paper in its addressee's name; the first signature counts, a second changes nothing. */
    @Transactional
    public void signFor(long paperId, Actor by) {
        Paper paper = papers.byId(paperId).orElseThrow(() -> new Refusal("文书不存在，请刷新页面。"));
        if (paper.withdrawn()) {
            throw new Refusal("文书 " + paper.number() + " 已撤回，不需要签收。");
        }
        Instant now = clock.instant();
        if (deliveries.sign(paper.id(), paper.addressee(), by, now)) {
            events.publishEvent(ServiceFact.signedFor(paper, paper.addressee(), now, by));
        }
    }

    /** Every delivery of the case's papers, paper by paper, the addressee's before the copies'. */
    public List<Delivery> of(CaseNo caseNo) {
        return deliveries.ofCase(caseNo);
    }

    /** Every delivery of the paper, the addressee's before the copies'. */
    public List<Delivery> of(long paperId) {
        return deliveries.ofPaper(paperId);
    }
}
