package org.duban.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.duban.kernel.Actor;
import org.duban.kernel.Refusal;
import org.duban.notice.store.InboxStore;
import org.duban.notice.store.ReadingStore;
import org.duban.organisation.CurrentActor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The messages of the person of this thread: those to the person's own groups and to the groups of absent colleagues the
 * person stands in for. Another group's message does not exist here, whatever its number.
 */
@Service
@Transactional(readOnly = true)
public class Inbox {

    /** The longest page. */
    public static final int MAX_SIZE = 200;

    /** Counts go up to here; a bell says no more than 99+. */
    public static final int MAX_COUNT = 100;

    /** So many are signed for in one go. */
    static final int MAX_READ = 500;

    private final InboxStore store;
    private final ReadingStore readings;
    private final MessageItems items;
    private final CurrentActor actor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Inbox(
            InboxStore store,
            ReadingStore readings,
            MessageItems items,
            CurrentActor actor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.readings = readings;
        this.items = items;
        this.actor = actor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * One page.
     *
     * @param after what an earlier page gave as {@code next}, or null for the first
     * @throws Refusal when size or position is not usable
     */
    public MessagePage page(MessageFilter filter, int size, String after) {
        MessageCursor from = MessageCursor.decode(after);
        checkSize(size);
        Set<String> groups = actor.groups();
        return items.page(groups.isEmpty() ? List.of() : store.page(me(), groups, filter, from, size + 1), size);
    }

    /** How many wait to be read, up to {@link #MAX_COUNT}. */
    public int unread() {
        Set<String> groups = actor.groups();
        return groups.isEmpty() ? 0 : store.unread(me(), groups, MAX_COUNT);
    }

    /** The same as a bell shows it: empty when none wait, 99+ when there are more. */
    public String unreadInWords() {
        int unread = unread();
        if (unread == 0) {
            return "";
        }
        return unread < MAX_COUNT ? String.valueOf(unread) : (MAX_COUNT - 1) + "+";
    }

    /** The message; empty when there is none or it is another group's, both alike. */
    public Optional<MessageItem> message(long id) {
        return store.one(id, me(), actor.groups()).map(items::item);
    }

    /** Signs for the message. False when there is none or it is another group's; a second time changes nothing. */
    @Transactional
    public boolean read(long id) {
        Optional<Message> message = store.one(id, me(), actor.groups());
        message.ifPresent(one -> sign(List.of(id), actor.actingIn(one.group())));
        return message.isPresent();
    }

    /**
     * Signs for what was unread when the person looked, and not for what came later unseen.
     *
     * @param upTo the {@link MessageItem#place()} of the newest message the person saw
     * @return how many were signed for; at most {@link #MAX_READ} at a time
     */
    @Transactional
    public int readAll(String upTo) {
        MessageCursor newest = MessageCursor.decode(upTo);
        if (newest == null) {
            throw new Refusal("upTo", "没有指明签阅到哪一条消息，请刷新页面后重试。");
        }
        int signed = 0;
        for (Map.Entry<String, Actor> mine : actorsByGroup().entrySet()) {
            List<Long> unread = store.unreadIds(me(), mine.getKey(), newest, MAX_READ - signed);
            sign(unread, mine.getValue());
            signed += unread.size();
        }
        return signed;
    }

    static void checkSize(int size) {
        if (size < 1 || size > MAX_SIZE) {
            throw new Refusal("size", "每页条数 size 应为 1 至 " + MAX_SIZE + "，收到的是 " + size + "。");
        }
    }

    private void sign(List<Long> ids, Actor by) {
        if (ids.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        readings.add(ids, by, now);
        readings.signFirst(ids, by, now).stream()
                .filter(first -> first.caseNo() != null)
                .map(first -> MessageFact.read(first, now, by))
                .forEach(events::publishEvent);
    }

    private Map<String, Actor> actorsByGroup() {
        Map<String, Actor> actors = new LinkedHashMap<>();
        actor.groups().forEach(group -> actors.put(group, actor.actingIn(group)));
        return actors;
    }

    private String me() {
        return actor.get().username();
    }
}
