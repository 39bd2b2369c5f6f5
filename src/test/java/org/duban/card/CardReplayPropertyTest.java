package org.duban.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.duban.DubanTest;
import org.duban.kernel.CaseNo;
import org.duban.problem.CaseDriver;
import org.duban.replay.Witness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/** Whatever happens to the cards about a problem, the replay of a moment shows what the card answered at that moment. */
@DubanTest
class CardReplayPropertyTest {

    private static final int STEPS = 25;
    private static final int YEAR = 2086;

    /** Of the ten tasks there are; which consequences there are depends on the unit's other cards. */
    private static final int VARIED = 8;

    /** Fields of the card by the names the record gives them. */
    private static final Map<String, String> CARD = Map.ofEntries(
            Map.entry("subject", "subject"),
            Map.entry("title", "title"),
            Map.entry("cardUnit", "unit"),
            Map.entry("cardCause", "causeLabel"),
            Map.entry("cardState", "stateLabel"),
            Map.entry("cardProposer", "proposer"),
            Map.entry("proposedAt", "proposedAt"),
            Map.entry("issuedAt", "issuedAt"),
            Map.entry("replyDueOn", "replyDueOn"),
            Map.entry("closedAt", "closedAt"),
            Map.entry("closingReason", "closingReason"),
            Map.entry("wantedClause", "clause"),
            Map.entry("wantedRule", "rule"));

    private static final Map<String, String> WANTED =
            Map.of("demand", "demand", "wantedReplyDays", "replyDays", "wantedApprover", "approver");

    @Autowired
    ApplicationContext application;

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    private final Map<CaseNo, Witness> witnesses = new LinkedHashMap<>();
    private CardOffice office;
    private Random random;

    static LongStream seeds() {
        return LongStream.of(1, 4, 10);
    }

    @AfterEach
    void restoreClock() {
        office.clock.reset();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theReplayOfAMomentIsWhatTheCardAnsweredThen(long seed) {
        random = new Random(seed);
        office = CardOffice.in(application, YEAR).lateForYellow();
        AnyCardHand hand = new AnyCardHand(application, office, random);
        look("proposed");
        for (int step = 0; step < STEPS; step++) {
            look(random.nextInt(8) == 0 ? hand.carriesOut(anyCard()) : hand.acts());
        }
        Set<String> elements = new TreeSet<>();
        witnesses.values().forEach(witness -> elements.addAll(witness.elements()));
        assertThat(elements).as("the walk comes about").hasSizeGreaterThanOrEqualTo(VARIED);
        witnesses.values().forEach(Witness::findsItAllAgain);
    }

    private CaseDriver anyCard() {
        List<CaseNo> all = List.copyOf(witnesses.keySet());
        return new CaseDriver(application).take(all.get(random.nextInt(all.size())));
    }

    private void look(String what) {
        office.cards.about(office.subject()).forEach(card -> witnesses
                .computeIfAbsent(
                        card.no(), no -> new Witness(application, new CaseDriver(application).take(no), () -> file(no)))
                .looks(what));
    }

    /** What the coordinator is answered about the card, by the names the record gives it. */
    private Map<String, String> file(CaseNo no) {
        JsonNode file = answered(no);
        JsonNode card = file.path("card");
        boolean issued = card.path("level").asInt() > 0;
        Map<String, String> fields = new LinkedHashMap<>();
        CARD.forEach((name, field) -> fields.put(name, text(card.path(field))));
        WANTED.forEach((name, field) -> fields.put(name, text(file.path(field))));
        fields.put("cardLevel", issued ? card.path("level").asText() : null);
        fields.put("cardColour", issued ? text(card.path("colourLabel")) : null);
        String wanted = text(card.path("wantedColour"));
        fields.put(
                "wantedColour",
                wanted == null ? null : CardColour.valueOf(wanted).word());
        return fields;
    }

    private JsonNode answered(CaseNo no) {
        try {
            return json.readTree(
                    web.perform(get("/api/cards/{no}", no).with(httpBasic(CardOffice.COORDINATOR, "duban")))
                            .andReturn()
                            .getResponse()
                            .getContentAsString(StandardCharsets.UTF_8));
        } catch (Exception e) {
            throw new AssertionError("the card " + no + " was not answered", e);
        }
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }
}
