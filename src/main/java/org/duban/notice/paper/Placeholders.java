package org.duban.notice.paper;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names a template may use between braces: what the office's settings give, and what the draft tells. */
final class Placeholders {

    static final String HEAD = "发文机关标志";
    static final String TITLE = "标题";
    static final String NUMBER = "发文字号";
    static final String ADDRESSEE = "主送单位";
    static final String ORGAN = "发文机关署名";
    static final String DATE = "成文日期";
    static final String COPIES = "抄送";

    private static final List<String> GIVEN = List.of(HEAD, TITLE, NUMBER, ADDRESSEE, ORGAN, DATE, COPIES);
    private static final List<String> DEMANDED = List.of(NUMBER, ADDRESSEE, ORGAN, DATE);

    private Placeholders() {}

    /** Everything a template of the kind may show. */
    static Set<String> known(PaperKind kind) {
        Set<String> names = new LinkedHashSet<>(GIVEN);
        names.addAll(kind.fields());
        // More receivers of copies stand in the line of copies already.
        names.remove(PaperField.MORE_COPIES);
        return names;
    }

    /** What no paper of the kind may lack. */
    static Set<String> demanded(PaperKind kind) {
        Set<String> names = new LinkedHashSet<>(DEMANDED);
        names.addAll(kind.required());
        return names;
    }

    /**
     * What a template may make depend on: {@code {{?红牌}}…{{/红牌}}}, {@code {{?有抄送}}…{{/有抄送}}} or
     * {@code {{?无抄送}}…{{/无抄送}}}.
     */
    static Map<String, Boolean> conditions(Map<String, String> words) {
        Map<String, Boolean> conditions = new HashMap<>();
        words.forEach((name, value) -> {
            conditions.put("有" + name, !value.isBlank());
            conditions.put("无" + name, value.isBlank());
        });
        String colour = words.getOrDefault(PaperField.COLOUR, "");
        conditions.put(PaperField.YELLOW, colour.equals(PaperField.YELLOW));
        conditions.put(PaperField.RED, colour.equals(PaperField.RED));
        return conditions;
    }
}
