package org.duban.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duban.replay.Moment.Document;
import org.duban.replay.Moment.Served;

/** The numbered documents of a case: issued, served, signed for, taken back. */
final class Documents {

    private final Map<String, Document> documents = new LinkedHashMap<>();

    void apply(Step step, Happening fact) {
        String id = fact.data("paper");
        if (id == null) {
            return;
        }
        switch (fact.fact()) {
            case "notice.paperIssued" -> documents.put(id, issued(id, step, fact));
            case "notice.paperWithdrawn" ->
                documents.computeIfPresent(id, (same, one) -> with(one, one.served(), fact.data("reason")));
            case "notice.served", "notice.deliveryFailed", "notice.notSent", "notice.signedFor" ->
                documents.computeIfPresent(id, (same, one) -> {
                    List<Served> served = new ArrayList<>(one.served());
                    served.add(served(step, fact));
                    return with(one, List.copyOf(served), one.withdrawn());
                });
            default -> {
                // It only names the document.
            }
        }
    }

    private static Document issued(String id, Step step, Happening fact) {
        return new Document(
                id,
                fact.data("kind"),
                fact.data("number"),
                fact.data("title"),
                fact.data("fileName"),
                fact.data("sha256"),
                fact.text("unit"),
                step.at(),
                step.actorName(),
                List.of(),
                null);
    }

    private static Served served(Step step, Happening fact) {
        return new Served(
                fact.fact(),
                step.at(),
                fact.text("unit"),
                Boolean.TRUE.equals(fact.data().get("copy")),
                fact.data("channel"),
                fact.data("sentTo"),
                fact.data("result"),
                step.actorName(),
                step.onBehalfOf());
    }

    private static Document with(Document one, List<Served> served, String withdrawn) {
        return new Document(
                one.id(),
                one.kind(),
                one.number(),
                one.title(),
                one.fileName(),
                one.sha256(),
                one.unit(),
                one.at(),
                one.by(),
                served,
                withdrawn);
    }

    List<Document> now() {
        return List.copyOf(documents.values());
    }
}
