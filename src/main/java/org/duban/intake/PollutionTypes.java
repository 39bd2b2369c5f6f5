package org.duban.intake;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Kinds of pollution as lists name them, one word for each: 噪音 is 噪声. A kind nobody knows is kept as written, since
 * the words change from one inspection to the next.
 */
final class PollutionTypes {

    private static final Pattern SEPARATORS = Pattern.compile("[、,;/|\\s+&]+|(?<=.)和(?=.)|(?<=.)及(?=.)");
    private static final Pattern ENDING = Pattern.compile("(?:环境)?(?:污染|问题|类|方面)+$");
    private static final Set<String> USUAL =
            Set.of("水", "大气", "土壤", "海洋", "生态", "辐射", "噪声", "固废", "扬尘", "油烟", "垃圾", "重金属", "其他");
    private static final Map<String, String> SAME = Map.ofEntries(
            Map.entry("噪音", "噪声"),
            Map.entry("空气", "大气"),
            Map.entry("废气", "大气"),
            Map.entry("气", "大气"),
            Map.entry("恶臭", "大气"),
            Map.entry("异味", "大气"),
            Map.entry("臭气", "大气"),
            Map.entry("水环境", "水"),
            Map.entry("废水", "水"),
            Map.entry("污水", "水"),
            Map.entry("水体", "水"),
            Map.entry("大气环境", "大气"),
            Map.entry("土", "土壤"),
            Map.entry("海", "海洋"),
            Map.entry("海洋环境", "海洋"),
            Map.entry("固体废物", "固废"),
            Map.entry("固体废弃物", "固废"),
            Map.entry("危险废物", "固废"),
            Map.entry("危废", "固废"),
            Map.entry("生活垃圾", "垃圾"),
            Map.entry("建筑垃圾", "垃圾"),
            Map.entry("生态破坏", "生态"),
            Map.entry("自然生态", "生态"),
            Map.entry("电磁辐射", "辐射"),
            Map.entry("核与辐射", "辐射"),
            Map.entry("粉尘", "扬尘"),
            Map.entry("餐饮油烟", "油烟"),
            Map.entry("其它", "其他"));

    private PollutionTypes() {}

    static List<String> read(String text) {
        String plain = Text.withoutBrackets(Text.halfWidth(Text.clean(text)));
        Set<String> types = new LinkedHashSet<>();
        for (String part : SEPARATORS.split(plain)) {
            String stem = ENDING.matcher(part).replaceFirst("");
            String word = SAME.containsKey(part) || !known(stem) ? part : stem;
            if (!word.isEmpty() && !word.matches("[-—.。]+")) {
                types.add(SAME.getOrDefault(word, word));
            }
        }
        return List.copyOf(types);
    }

    /** The one usual kind a heading names; empty when it names none, or several. */
    static Optional<String> named(String heading) {
        List<String> types = read(heading);
        return types.size() == 1 && USUAL.contains(types.get(0)) ? Optional.of(types.get(0)) : Optional.empty();
    }

    private static boolean known(String word) {
        return USUAL.contains(word) || SAME.containsKey(word);
    }
}
