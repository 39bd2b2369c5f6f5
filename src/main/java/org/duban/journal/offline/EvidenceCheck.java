package org.duban.journal.offline;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Remembers which files a chain names and compares them with those there are now: evidence, of which what was taken back
 * before filing may be gone, and papers with the proofs of their service, where they are at hand.
 */
final class EvidenceCheck {

    private static final String HANDED_IN = "evidence.handedIn";
    private static final String REMOVED = "evidence.removed";
    private static final String PAPER_ISSUED = "notice.paperIssued";
    private static final String DOSSIER = "dossier.exported";
    private static final byte[] DOSSIER_MARK = mark(DOSSIER);
    private static final byte[] MARK = mark("evidence.");
    private static final byte[] PAPER_MARK = mark(PAPER_ISSUED);

    private record Named(String sha256, long seq) {}

    private final FileHashes files;
    private final Map<String, Named> named = new LinkedHashMap<>();
    private final Map<Long, Named> papers = new LinkedHashMap<>();
    private final List<Named> sheets = new ArrayList<>();

    EvidenceCheck(FileHashes files) {
        this.files = files;
    }

    void entry(Entry entry) {
        if (files == null
                || !contains(entry.body(), MARK)
                        && !contains(entry.body(), PAPER_MARK)
                        && !contains(entry.body(), DOSSIER_MARK)) {
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
        } else if (type.equals(PAPER_ISSUED) && data.get("paper") instanceof Number paper) {
            papers.put(paper.longValue(), new Named(String.valueOf(data.get("sha256")), seq));
        } else if (type.equals(DOSSIER)) {
            // Each dossier has sheets of its own, and a record in it ends with the one it was taken for.
            sheets.clear();
            if (data.get("sheets") instanceof List<?> hashes) {
                hashes.forEach(hash -> sheets.add(new Named(String.valueOf(hash), seq)));
            }
        }
    }

    void finish(String chain, List<Finding> findings) {
        named.values().forEach(one -> compare(one, files.of(one.sha256()), "evidence", chain, findings));
        if (files != null && files.hasPapers()) {
            papers.forEach((id, one) -> compare(one, files.ofPaper(id, one.sha256()), "paper", chain, findings));
        }
        if (files != null && files.hasSheets()) {
            sheets.forEach(one -> compare(one, files.ofSheet(one.sha256()), "sheet", chain, findings));
        }
    }

    private static void compare(Named one, String now, String part, String chain, List<Finding> findings) {
        if (now == null) {
            findings.add(new Finding(Finding.Kind.MISSING, chain, one.seq(), part, one.sha256()));
        } else if (!now.equals(one.sha256())) {
            findings.add(new Finding(Finding.Kind.ALTERED, chain, one.seq(), part, one.sha256()));
        }
    }

    private static byte[] mark(String type) {
        return ("\"type\":\"" + type).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean contains(byte[] body, byte[] mark) {
        int last = body.length - mark.length;
        for (int i = 0; i <= last; i++) {
            int k = 0;
            while (k < mark.length && body[i + k] == mark[k]) {
                k++;
            }
            if (k == mark.length) {
                return true;
            }
        }
        return false;
    }
}
