package org.duban.petition;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.duban.kernel.CaseNo;
import org.springframework.test.web.servlet.MockMvc;

/** A letter's file as the programming interface answers it, by the names the record gives its fields. */
final class LetterAnswered {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Fields that stand in file and record under one name. */
    private static final List<String> AS_THEY_ARE = List.of(
            "state",
            "title",
            "body",
            "upstreamNo",
            "channel",
            "inspection",
            "handoverNo",
            "batch",
            "receivedOn",
            "region",
            "place",
            "firm",
            "problemType",
            "referenceText",
            "petitioner",
            "dueOn",
            "attempt",
            "satisfied",
            "leader",
            "problemNo",
            "dispatchedAt",
            "signedAt",
            "answeredAt",
            "passedAt",
            "closedAt");

    private static final List<String> ANSWER =
            List.of("verdict", "outcome", "findings", "handling", "goal", "accountability", "plannedOn");
    private static final List<String> SANCTIONS =
            List.of("ordered", "filed", "fine", "shut", "detained", "interviewed", "accountable");

    private LetterAnswered() {}

    /** What the coordinator is answered about the letter, by the names the record gives it. */
    static Map<String, String> to(MockMvc web, CaseNo letter) {
        JsonNode file = answered(web, letter);
        Map<String, String> fields = new LinkedHashMap<>();
        AS_THEY_ARE.forEach(name -> fields.put(name, text(file.path(name))));
        ANSWER.forEach(name -> fields.put(name, text(file.at("/answer/" + name))));
        SANCTIONS.forEach(name -> fields.put(name, text(file.at("/answer/sanctions/" + name))));
        fields.put("district", text(file.at("/district/code")));
        fields.put("starred", file.path("starred").asBoolean() ? "true" : null);
        fields.put("keyMark", file.path("keyMark").asBoolean() ? "true" : null);
        fields.put("returns", counted(file.path("returnCount")));
        fields.put("redispatches", counted(file.path("redispatches")));
        fields.put("callBacks", counted(file.path("callBacks")));
        fields.put("pollutionTypes", listed(file.path("pollutionTypes"), JsonNode::asText));
        fields.put(
                "shares",
                listed(
                        file.path("shares"),
                        part -> unit(part) + " "
                                + part.path("share").decimalValue().setScale(2)));
        fields.put("sharesSigned", listed(file.path("shares"), part -> when(part, "signedAt")));
        fields.put("sharesAnswered", listed(file.path("shares"), part -> when(part, "answeredAt")));
        return fields;
    }

    private static JsonNode answered(MockMvc web, CaseNo letter) {
        try {
            return JSON.readTree(
                    web.perform(get("/api/cases/{no}", letter).with(httpBasic(LetterDriver.COORDINATOR, "duban")))
                            .andReturn()
                            .getResponse()
                            .getContentAsString(StandardCharsets.UTF_8));
        } catch (Exception e) {
            throw new AssertionError("the file of " + letter + " was not answered", e);
        }
    }

    private static String unit(JsonNode part) {
        return part.at("/unit/code").asText();
    }

    private static String when(JsonNode part, String moment) {
        return part.hasNonNull(moment) ? unit(part) + " " + part.path(moment).asText() : null;
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }

    private static String counted(JsonNode times) {
        return times.asInt() == 0 ? null : times.asText();
    }

    private static String listed(JsonNode values, Function<JsonNode, String> words) {
        List<String> all = new ArrayList<>();
        values.forEach(value -> {
            String word = words.apply(value);
            if (word != null) {
                all.add(word);
            }
        });
        return all.isEmpty() ? null : all.toString();
    }
}
