package org.duban.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The Chinese texts of the engine's web applications against the English ones of the engine's own archive. A missing
 * key would stand on the screen as a bare key, so this test is what an engine update must pass first.
 */
class WebappLocaleTest {

    private static final String LOCALE = "/META-INF/resources/webjars/camunda/app/%s/locales/%s.json";

    /** Signs, date tokens and the week that starts on Monday in both, and the one label that is empty by intention. */
    private static final Set<String> SAME_IN_BOTH = Set.of(
            "/dateLocales/calendar/sameElse",
            "/dateLocales/longDateFormat/LT",
            "/dateLocales/week/dow",
            "/dateLocales/week/doy",
            "/labels/NO_TASK_FORM",
            "/labels/SEARCH_GREATER_THAN",
            "/labels/SEARCH_GREATER_THAN_EQUALS",
            "/labels/SEARCH_LESS_THAN",
            "/labels/SEARCH_LESS_THAN_EQUALS");

    /** Angular and single-brace values, moment numbers, HTML elements and character entities. */
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "\\{\\{.*?}}|\\{\\w+}|%[a-z]|</?(?:a|b|br|code|em|i|p|span|strong)\\b[^>]*>|&#?\\w+;",
            Pattern.CASE_INSENSITIVE);

    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin"})
    void chineseHasExactlyTheKeysOfEnglish(String app) throws IOException {
        Set<String> english = texts(app, "en").keySet();
        Set<String> chinese = texts(app, "zh").keySet();

        assertTrue(
                english.equals(chinese),
                () -> app + " zh.json misses " + without(english, chinese) + " and has too much "
                        + without(chinese, english));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin"})
    void everyPlaceholderOfEnglishStandsInChineseToo(String app) throws IOException {
        Map<String, String> english = texts(app, "en");
        Map<String, String> chinese = texts(app, "zh");

        assertEquals(placeholders(english), placeholders(chinese), app);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin"})
    void nothingIsLeftInEnglish(String app) throws IOException {
        Map<String, String> english = texts(app, "en");
        Set<String> untranslated = new TreeSet<>();
        texts(app, "zh").forEach((key, text) -> {
            if (text.equals(english.get(key)) && !SAME_IN_BOTH.contains(key)) {
                untranslated.add(key);
            }
        });

        assertEquals(Set.of(), untranslated, app);
    }

    private Map<String, String> texts(String app, String language) throws IOException {
        String path = LOCALE.formatted(app, language);
        try (InputStream file = getClass().getResourceAsStream(path)) {
            assertNotNull(file, path);
            Map<String, String> texts = new TreeMap<>();
            collect("", json.readTree(file), texts);
            return texts;
        }
    }

    private static void collect(String key, JsonNode node, Map<String, String> texts) {
        if (node.isObject()) {
            node.properties().forEach(child -> collect(key + "/" + child.getKey(), child.getValue(), texts));
        } else if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                collect(key + "/" + index, node.get(index), texts);
            }
        } else {
            texts.put(key, node.asText());
        }
    }

    private static Map<String, List<String>> placeholders(Map<String, String> texts) {
        Map<String, List<String>> found = new TreeMap<>();
        texts.forEach((key, text) -> {
            List<String> inText = PLACEHOLDER
                    .matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .sorted()
                    .toList();
            if (!inText.isEmpty()) {
                found.put(key, inText);
            }
        });
        return found;
    }

    private static Set<String> without(Set<String> all, Set<String> these) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(these);
        return rest;
    }
}
