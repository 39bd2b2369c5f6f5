package org.duban.notice.service;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Fact;
import org.duban.kernel.UnitCode;
import org.duban.notice.paper.Paper;

/** A paper reached a unit, did not reach it, or was signed for. */
public record ServiceFact(CaseNo caseNo, String type, Instant at, Actor by, UnitCode unit, Map<String, Object> data)
        implements Fact {

    public static final String SERVED = "notice.served";
    public static final String DELIVERY_FAILED = "notice.deliveryFailed";
    public static final String NOT_SENT = "notice.notSent";
    public static final String SIGNED_FOR = "notice.signedFor";

    static ServiceFact served(Paper paper, Delivery delivery, Actor by) {
        return of(SERVED, paper, delivery, delivery.sentAt(), by);
    }

    static ServiceFact failed(Paper paper, Delivery delivery, Instant at) {
        return of(DELIVERY_FAILED, paper, delivery, at, Actor.system());
    }

    static ServiceFact notSent(Paper paper, Delivery delivery, Instant at) {
        return of(NOT_SENT, paper, delivery, at, Actor.system());
    }

    static ServiceFact signedFor(Paper paper, UnitCode unit, Instant at, Actor by) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("paper", paper.id());
        data.put("number", paper.number());
        return new ServiceFact(paper.caseNo(), SIGNED_FOR, at, by, unit, data);
    }

    private static ServiceFact of(String type, Paper paper, Delivery delivery, Instant at, Actor by) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("paper", paper.id());
        data.put("number", paper.number());
        data.put("delivery", delivery.id());
        data.put("channel", delivery.channel().label());
        data.put("copy", delivery.copy());
        data.put("state", delivery.state().label());
        data.put("attempts", delivery.attempts());
        if (delivery.sentTo() != null) {
            data.put("sentTo", delivery.sentTo());
        }
        if (delivery.result() != null) {
            data.put("result", delivery.result());
        }
        return new ServiceFact(paper.caseNo(), type, at, by, delivery.unit(), data);
    }
}
