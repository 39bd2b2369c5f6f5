package org.duban.journal.offline;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Remembers which files a chain names and compares them with the disk; one taken back before filing may be gone. */
final class EvidenceCheck {

    private static final String HANDED_IN = "evidence.handedIn";
    private static final String REMOVED = "evidence.removed";
    private static final byte[] MARK = "\"type\":\"evidence.".getBytes(StandardCharsets.UTF_8);

    private record Named(String sha256, long seq) {}

    private final FileHashes files;
    private final Map<String, Named> named = new LinkedHashMap<>();

    EvidenceCheck(FileHashes files) {
        this.files = files;
    }

    void entry(Entry entry) {
        if (files == null || !contains(entry.body())) {
            return;
        }
        Map<String, Object> body = JsonReader.object(new String(entry.body(), StandardCharsets.UTF_8));
        if (body.get("events") instanceof List<?> events) {
            for (Object event : events) {
                if (event instanceof Map<?, ?> fact && fact.get("data") instanceof Map<?, ?> data) {
                    fact(String.valueOf(fact.get("type")), data, entry.seq());
                }
            }
        }
    }

    private void fact(String type, Map<?, ?> data, long seq) {
        String id = String.valueOf(data.get("id"));
        if (type.equals(HANDED_IN)) {
            named.put(id, new Named(String.valueOf(data.get("sha256")), seq));
        } else if (type.equals(REMOVED)) {
            named.remove(id);
        }
    }

    void finish(String chain, List<Finding> findings) {
        for (Named one : named.values()) {
            String now = files.of(one.sha256());
            if (now == null) {
                findings.add(new Finding(Finding.Kind.MISSING, chain, one.seq(), "evidence", one.sha256()));
            } else if (!now.equals(one.sha256())) {
                findings.add(new Finding(Finding.Kind.ALTERED, chain, one.seq(), "evidence", one.sha256()));
            }
        }
    }

    private static boolean contains(byte[] body) {
        int last = body.length - MARK.length;
        for (int i = 0; i <= last; i++) {
            int k = 0;
            while (k < MARK.length && body[i + k] == MARK[k]) {
                k++;
            }
            if (k == MARK.length) {
                return true;
            }
        }
        return false;
    }
}
