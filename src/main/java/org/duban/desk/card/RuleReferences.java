package org.duban.desk.card;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.duban.desk.RuleTables;
import org.springframework.stereotype.Component;

/** Rules as kept with what was done on their word, made readable: which row of which version of which table. */
@Component
public class RuleReferences {

    private static final Pattern KEPT = Pattern.compile("(\\w+):(\\d+) (\\w+)");

    private final RuleTables tables;
    private final Map<String, Rows> known = new ConcurrentHashMap<>();

    RuleReferences(RuleTables tables) {
        this.tables = tables;
    }

    /**
     * A row of a table.
     *
     * @param words 发牌规则第 1 版第 14 条
     * @param link where the table stands with that row marked; null when the table is not known any more
     */
    public record Reference(String words, String link) {}

    private record Rows(String name, Map<String, Integer> numbers) {}

    /** @param kept as in {@code CardDecision:3 Rule_Late} */
    public Reference of(String kept) {
        Matcher parts = KEPT.matcher(kept == null ? "" : kept.strip());
        if (!parts.matches()) {
            return new Reference(kept == null ? "" : kept, null);
        }
        String key = parts.group(1);
        int version = Integer.parseInt(parts.group(2));
        String rule = parts.group(3);
        Rows rows = rows(key, version);
        if (rows == null) {
            return new Reference("第 " + version + " 版规则", null);
        }
        Integer number = rows.numbers().get(rule);
        return new Reference(
                rows.name() + "第 " + version + " 版" + (number == null ? "" : "第 " + number + " 条"),
                "/desk/settings/rules/" + key + "?version=" + version + "#" + rule);
    }

    /** Remembered, because a version never changes. */
    private Rows rows(String key, int version) {
        String name = key + ":" + version;
        Rows rows = known.get(name);
        if (rows == null) {
            rows = tables.view(key, version)
                    .map(view -> new Rows(
                            view.name(),
                            view.rows().stream().collect(Collectors.toMap(RuleTables.Row::id, RuleTables.Row::number))))
                    .orElse(null);
            if (rows != null) {
                known.put(name, rows);
            }
        }
        return rows;
    }
}
