package org.duban.replay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duban.replay.Moment.Proof;

/** The evidence of a case as it was handed in, described, filed and taken back. */
final class Files {

    private static final String PREFIX = "evidence.";

    private final Map<String, Proof> files = new LinkedHashMap<>();

    void apply(Happening fact) {
        if (!fact.fact().startsWith(PREFIX) || fact.data("id") == null) {
            return;
        }
        Proof before = files.get(fact.data("id"));
        String what = fact.fact().substring(PREFIX.length());
        boolean described = "described".equals(what);
        files.put(
                fact.data("id"),
                new Proof(
                        fact.data("id"),
                        fact.data("sha256"),
                        fact.data("fileName"),
                        before == null ? fact.data("mediaType") : before.mediaType(),
                        before == null ? fact.data().get("size") : before.size(),
                        fact.data("unit"),
                        fact.data("criterion"),
                        before == null || described ? fact.data("takenOn") : before.takenOn(),
                        before == null || described ? fact.data("place") : before.place(),
                        described && before != null ? before.state() : what));
    }

    Proof of(String id) {
        return files.get(id);
    }

    List<Proof> now() {
        return List.copyOf(files.values());
    }
}
