package org.duban.notice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duban.organisation.GroupWords;
import org.duban.organisation.People;
import org.duban.organisation.Person;
import org.springframework.stereotype.Component;

/** Puts messages into the office's words. */
@Component
class MessageItems {

    private final GroupWords groups;
    private final People people;

    MessageItems(GroupWords groups, People people) {
        this.groups = groups;
        this.people = people;
    }

    /** A page of {@code size}, from one message more than it shows when there are more. */
    MessagePage page(List<Message> found, int size) {
        boolean more = found.size() > size;
        List<Message> shown = more ? found.subList(0, size) : found;
        String next = more ? MessageCursor.of(shown.get(size - 1)).encode() : null;
        Map<String, String> names = new HashMap<>();
        return new MessagePage(
                shown.stream().map(message -> item(message, names)).toList(), next);
    }

    MessageItem item(Message message) {
        return item(message, new HashMap<>());
    }

    private MessageItem item(Message message, Map<String, String> names) {
        return new MessageItem(
                message.id(),
                message.caseNo() == null ? null : message.caseNo().value(),
                new MessageItem.Word(message.kind().name(), message.kind().label()),
                message.title(),
                message.text(),
                message.link(),
                new MessageItem.Word(message.group(), groups.of(message.group())),
                message.leftAt(),
                receipt(message.first(), names),
                message.mineAt() != null,
                MessageCursor.of(message).encode());
    }

    private MessageItem.Receipt receipt(Message.Reading first, Map<String, String> names) {
        return first == null
                ? null
                : new MessageItem.Receipt(name(first.username(), names), name(first.onBehalfOf(), names), first.at());
    }

    private String name(String username, Map<String, String> names) {
        return username == null
                ? null
                : names.computeIfAbsent(
                        username,
                        one -> people.byUsername(one).map(Person::fullName).orElse(one));
    }
}
