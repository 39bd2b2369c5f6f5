package org.duban.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a step made of a problem's fields, for the record: whoever reads it knows the whole problem at every step. */
final class ProblemChanges {

    private ProblemChanges() {}

    /** Each field that changed with {@code before} and {@code after}; {@code before} is null for a new problem. */
    static Map<String, Map<String, Object>> between(Problem before, Problem after) {
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

    private static Map<String, Object> fields(Problem problem) {
        Map<String, Object> fields = new LinkedHashMap<>();
        listing(problem.listing(), fields);
        Dispatch dispatch = problem.dispatch();
        fields.put("leadUnit", text(dispatch.leadUnit()));
        fields.put("responsibleUnits", list(dispatch.responsibleUnits()));
        fields.put("supervisingUnit", text(dispatch.supervisingUnit()));
        Deadline limit = dispatch.deadline();
        fields.put("deadlineKind", limit == null ? null : text(limit.kind()));
        fields.put("deadlineText", limit == null ? null : limit.text());
        fields.put("dueOn", limit == null ? null : text(limit.dueOn()));
        fields.put("alsoStanding", limit != null && limit.alsoStanding() ? true : null);
        Progress progress = problem.progress();
        fields.put("state", text(progress.state()));
        fields.put("rectification", progress.rectification());
        fields.put("attempt", progress.attempt());
        fields.put("planRevision", progress.planRevision() == 0 ? null : progress.planRevision());
        fields.put("returns", progress.returns() == 0 ? null : progress.returns());
        fields.put("reportedAt", text(progress.reportedAt()));
        fields.put("rectifiedAt", text(progress.rectifiedAt()));
        fields.put("struckOffAt", text(progress.struckOffAt()));
        fields.put("relapseFound", progress.relapseFound());
        return fields;
    }

    private static void listing(Listing listing, Map<String, Object> fields) {
        fields.put("title", listing.title());
        fields.put("description", listing.description());
        fields.put("source", listing.source());
        fields.put("listName", listing.listName());
        fields.put("listRegion", listing.region() == null || listing.region().isEmpty() ? null : listing.region());
        fields.put("listSerial", listing.serial());
        fields.put("pollutionTypes", list(listing.pollutionTypes()));
        fields.put("site", listing.site());
        fields.put("risk", text(listing.risk()));
        fields.put("goal", listing.goal());
        fields.put("measuresText", listing.measuresText());
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    private static List<String> list(List<?> values) {
        return values == null || values.isEmpty()
                ? null
                : values.stream().map(Object::toString).toList();
    }
}
