package org.duban.notice;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Fact;
import org.duban.notice.store.MessageStore.Due;

/** A message about a case went out, or its group's first reader signed for it: proof of service for the record. */
public record MessageFact(CaseNo caseNo, String type, Instant at, Actor by, Map<String, Object> data) implements Fact {

    static final String SENT = "notice.messageSent";
    static final String READ = "notice.messageRead";

    static MessageFact sent(Due message, Instant at, Actor by) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("key", message.key());
        data.put("group", message.group());
        data.put("kind", message.kind().name());
        data.put("title", message.title());
        data.put("text", message.text());
        return new MessageFact(message.caseNo(), SENT, at, by, data);
    }

    static MessageFact read(Message message, Instant at, Actor by) {
        return new MessageFact(message.caseNo(), READ, at, by, Map.of("key", message.key(), "group", message.group()));
    }
}
