package org.duban.petition;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** What a step made of a letter's fields, for the record: whoever reads it knows the whole letter at every step. */
final class PetitionChanges {

    private PetitionChanges() {}

    /** Each field that changed with {@code before} and {@code after}; {@code before} is null for a new letter. */
    static Map<String, Map<String, Object>> between(Petition before, Petition after) {
        Map<String, Object> old = before == null ? Map.of() : fields(before);
        Map<String, Map<String, Object>> changed = new LinkedHashMap<>();
        fields(after).forEach((field, value) -> {
            Object was = old.get(field);
            if (!Objects.equals(was, value)) {
                Map<String, Object> change = new LinkedHashMap<>();
                change.put("before", was);
                change.put("after", value);
                change.values().removeIf(Objects::isNull);
                changed.put(field, change);
            }
        });
        return changed;
    }

    private static Map<String, Object> fields(Petition petition) {
        Map<String, Object> fields = new LinkedHashMap<>();
        letter(petition.letter(), fields);
        fields.put("shares", shares(petition.shares()));
        fields.put("sharesSigned", moments(petition.shares(), Share::signedAt));
        fields.put("sharesAnswered", moments(petition.shares(), Share::answeredAt));
        answer(petition.answer(), fields);
        Course course = petition.course();
        fields.put("state", text(course.state()));
        fields.put("dueOn", text(course.dueOn()));
        fields.put("attempt", course.attempt());
        fields.put("returns", course.returns() == 0 ? null : course.returns());
        fields.put("redispatches", course.redispatches() == 0 ? null : course.redispatches());
        fields.put("callBacks", course.callBacks() == 0 ? null : course.callBacks());
        fields.put("satisfied", course.satisfied());
        fields.put("leader", course.leader());
        fields.put("problemNo", course.problemNo());
        fields.put("dispatchedAt", text(course.dispatchedAt()));
        fields.put("signedAt", text(course.signedAt()));
        fields.put("answeredAt", text(course.answeredAt()));
        fields.put("passedAt", text(course.passedAt()));
        fields.put("closedAt", text(course.closedAt()));
        return fields;
    }

    private static void letter(Letter letter, Map<String, Object> fields) {
        fields.put("title", letter.title());
        fields.put("body", letter.body());
        fields.put("contentSha256", letter.contentSha256());
        fields.put("upstreamNo", letter.upstreamNo());
        fields.put("channel", text(letter.channel()));
        fields.put("inspection", letter.inspection());
        fields.put("handoverNo", letter.handoverNo());
        fields.put("batch", letter.batch());
        fields.put("receivedOn", text(letter.receivedOn()));
        fields.put("region", letter.region());
        fields.put("district", text(letter.district()));
        fields.put("place", letter.place());
        fields.put("firm", letter.firm());
        fields.put("pollutionTypes", letter.pollutionTypes().isEmpty() ? null : letter.pollutionTypes());
        fields.put("problemType", letter.problemType());
        fields.put("referenceText", letter.referenceText());
        fields.put("starred", letter.starred() ? true : null);
        fields.put("keyMark", letter.keyMark() ? true : null);
        fields.put("petitioner", text(letter.petitioner()));
    }

    private static void answer(Answer answer, Map<String, Object> fields) {
        fields.put("verdict", text(answer.verdict()));
        fields.put("outcome", text(answer.outcome()));
        fields.put("findings", answer.findings());
        fields.put("handling", answer.handling());
        fields.put("goal", answer.goal());
        fields.put("accountability", answer.accountability());
        Sanctions sanctions = answer.sanctions();
        fields.put("ordered", sanctions.ordered());
        fields.put("filed", sanctions.filed());
        fields.put("fine", text(sanctions.fine()));
        fields.put("shut", sanctions.shut());
        fields.put("detained", sanctions.detained());
        fields.put("interviewed", sanctions.interviewed());
        fields.put("accountable", sanctions.accountable());
        fields.put("plannedOn", text(answer.plannedOn()));
    }

    private static List<String> shares(List<Share> shares) {
        return shares.isEmpty()
                ? null
                : shares.stream()
                        .map(share -> share.unit() + " " + share.share().toPlainString())
                        .toList();
    }

    /** Units for which it has come so far, and when it did. */
    private static List<String> moments(List<Share> shares, Function<Share, Instant> moment) {
        List<String> units = shares.stream()
                .filter(share -> moment.apply(share) != null)
                .map(share -> share.unit() + " " + moment.apply(share))
                .toList();
        return units.isEmpty() ? null : units;
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
