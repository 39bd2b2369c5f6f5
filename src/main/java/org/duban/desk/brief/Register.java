package org.duban.desk.brief;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.duban.notice.paper.Hashes;

/** The numbers of a round with the lists they were counted from. */
public record Register(Map<FigureKey, List<FigureLine>> lists) {

    public Register {
        lists = Map.copyOf(lists);
    }

    public List<FigureLine> list(FigureKey key) {
        return lists.getOrDefault(key, List.of());
    }

    public int value(FigureKey key) {
        return list(key).size();
    }

    /** The same for the same lists in the same order. */
    String hash() {
        StringBuilder words = new StringBuilder();
        for (FigureKey key : FigureKey.values()) {
            words.append(key).append('\n');
            list(key).forEach(line -> words.append(line).append('\n'));
        }
        return Hashes.sha256(words.toString().getBytes(StandardCharsets.UTF_8));
    }
}
