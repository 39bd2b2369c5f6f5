package org.duban.notice;

import java.util.List;
import java.util.Set;
import org.duban.kernel.CaseNo;
import org.duban.notice.store.SentStore;
import org.duban.organisation.CurrentActor;
import org.duban.organisation.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What went out to anybody, with who signed for it: for those who oversee. A unit finds its own groups' messages only. */
@Service
@Transactional(readOnly = true)
public class SentMessages {

    private static final Set<Role> OVERSEERS = Set.of(Role.COORDINATOR, Role.LEADER, Role.AUDITOR);

    private final SentStore store;
    private final MessageItems items;
    private final CurrentActor actor;

    SentMessages(SentStore store, MessageItems items, CurrentActor actor) {
        this.store = store;
        this.items = items;
        this.actor = actor;
    }

    /** True for coordinators, leaders and auditors, and for whoever stands in for a coordinator or leader. */
    public boolean overseen() {
        Set<String> groups = actor.groups();
        return OVERSEERS.stream().anyMatch(role -> groups.contains(role.group(null)));
    }

    /** One page of what the person may see of the messages about a case; without a case, of all for those who oversee. */
    public MessagePage page(CaseNo caseNo, int size, String after) {
        MessageCursor from = MessageCursor.decode(after);
        Inbox.checkSize(size);
        Set<String> groups = overseen() ? null : actor.groups();
        if (groups != null && (groups.isEmpty() || caseNo == null)) {
            return items.page(List.of(), size);
        }
        return items.page(store.page(actor.get().username(), groups, caseNo, from, size + 1), size);
    }
}
