package org.duban.notice;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Owner of the subjects of tests: wants those it was told to want. */
@Component
class WantedSubjects implements StillWanted {

    final Set<String> wanted = ConcurrentHashMap.newKeySet();

    @Override
    public Set<String> stillWanted(Collection<String> subjectKeys) {
        Set<String> still = ConcurrentHashMap.newKeySet();
        subjectKeys.stream().filter(wanted::contains).forEach(still::add);
        return still;
    }
}
