package org.duban.replay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duban.replay.Moment.Objection;
import org.duban.replay.Moment.Request;

/** What units asked for, and what the public objected to, with the answers. */
final class Asked {

    private final Map<String, Request> requests = new LinkedHashMap<>();
    private final Map<String, Objection> objections = new LinkedHashMap<>();

    void apply(Happening fact) {
        if (fact.data("request") != null && fact.data("kind") != null) {
            request(fact);
        } else if (fact.data("objection") != null) {
            objection(fact);
        }
    }

    private void request(Happening fact) {
        String id = fact.data("request");
        Request before = requests.get(id);
        String granted = fact.data("granted");
        boolean asking = fact.fact().endsWith("Requested");
        requests.put(
                id,
                new Request(
                        id,
                        fact.data("kind"),
                        fact.data("wantedOn"),
                        fact.data("wantedLeadUnit"),
                        asking || before == null ? fact.data("reason") : before.reason(),
                        state(fact.fact(), granted, before),
                        asking ? null : fact.data("reason")));
    }

    private static String state(String fact, String granted, Request before) {
        if (fact.endsWith("Decided") && granted != null) {
            return "true".equals(granted) ? "granted" : "refused";
        }
        if (fact.endsWith("NotSigned")) {
            return "notSigned";
        }
        if (fact.endsWith("Signed")) {
            return "signed";
        }
        if (fact.endsWith("Withdrawn")) {
            return "withdrawn";
        }
        if (fact.endsWith("Lapsed")) {
            return "lapsed";
        }
        return before == null ? "requested" : before.state();
    }

    private void objection(Happening fact) {
        String id = fact.data("objection");
        Objection before = objections.get(id);
        switch (fact.fact()) {
            case "problem.objectionReceived" ->
                objections.put(id, new Objection(id, fact.data("channel"), fact.data("text"), null, null));
            case "problem.objectionUpheld", "problem.objectionRejected" ->
                objections.put(
                        id,
                        new Objection(
                                id,
                                before == null ? null : before.channel(),
                                before == null ? null : before.text(),
                                fact.fact().endsWith("Upheld"),
                                fact.data("answer")));
            default -> {
                // Other facts only name the objection.
            }
        }
    }

    List<Request> requests() {
        return List.copyOf(requests.values());
    }

    List<Objection> objections() {
        return List.copyOf(objections.values());
    }
}
