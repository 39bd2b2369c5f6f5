package org.duban.deadline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.deadline.store.DeadlineStore;
import org.duban.notice.StillWanted;
import org.springframework.stereotype.Component;

/** A reminder is wanted while its deadline runs and still has the day the reminder speaks of. */
@Component
class WantedReminders implements StillWanted {

    private static final String SUBJECT = "deadline/";

    private final DeadlineStore deadlines;

    WantedReminders(DeadlineStore deadlines) {
        this.deadlines = deadlines;
    }

    static String subject(LedgerEntry entry) {
        return SUBJECT + entry.id() + "/" + entry.currentDueOn();
    }

    @Override
    public Set<String> stillWanted(Collection<String> subjectKeys) {
        List<Long> ids = new ArrayList<>();
        for (String key : subjectKeys) {
            if (key.startsWith(SUBJECT)) {
                ids.add(Long.valueOf(key.split("/")[1]));
            }
        }
        if (ids.isEmpty()) {
            return Set.of();
        }
        Set<String> wanted = deadlines.open(ids).stream()
                .map(WantedReminders::subject)
                .collect(Collectors.toCollection(HashSet::new));
        wanted.retainAll(subjectKeys);
        return wanted;
    }
}
