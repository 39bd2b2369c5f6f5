package org.duban.journal;

import java.util.Map;
import org.duban.journal.offline.Entry;

/** Says in a few of the office's words what an entry is about; whoever knows what facts are called provides it. */
public interface EntrySummary {

    String of(Entry entry, Map<String, Object> body);
}
