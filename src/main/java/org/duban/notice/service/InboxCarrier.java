package org.duban.notice.service;

import java.time.Clock;
import java.util.List;
import org.duban.notice.MessageKind;
import org.duban.notice.Messages;
import org.duban.notice.NewMessage;
import org.duban.notice.paper.Paper;
import org.springframework.stereotype.Component;

/** Puts a message into the unit's inbox: its clerks' and its head's. */
@Component
class InboxCarrier implements Carrier {

    private final Messages messages;
    private final Clock clock;

    InboxCarrier(Messages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.INBOX;
    }

    @Override
    public Carried carry(Delivery delivery, Paper paper) {
        messages.post(List.of(
                message(delivery, paper, delivery.unit().group()),
                message(delivery, paper, delivery.unit().headGroup())));
        return new Carried(null, "已发到单位承办人和负责人的站内消息。");
    }

    private NewMessage message(Delivery delivery, Paper paper, String group) {
        return new NewMessage(
                "delivery:" + delivery.id() + ":" + group,
                paper.caseNo(),
                null,
                group,
                MessageKind.PAPER,
                paper.title() + " " + paper.number(),
                delivery.copy()
                        ? "现将《" + paper.title() + "》（" + paper.number() + "）抄送你单位，请知悉。"
                        : "《" + paper.title() + "》（" + paper.number() + "）已送达你单位，请查收原文并及时签收、办理。",
                paper.link() + "/service",
                clock.instant());
    }
}
