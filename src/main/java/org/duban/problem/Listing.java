package org.duban.problem;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What the list says. */
public record Listing(
        String source,
        String region,
        String serial,
        String listName,
        String title,
        String description,
        List<String> pollutionTypes,
        String site,
        Risk risk,
        String goal,
        String measuresText) {

    static Listing of(NewProblem problem) {
        return new Listing(
                problem.source(),
                Objects.requireNonNullElse(problem.listRegion(), ""),
                problem.listSerial(),
                problem.listName(),
                problem.title(),
                problem.description(),
                problem.pollutionTypes(),
                problem.site(),
                problem.risk(),
                problem.goal(),
                problem.measuresText());
    }

    /** With the named fields as a newer row has them. */
    Listing edited(NewProblem row, Set<String> fields) {
        return new Listing(
                source,
                region,
                serial,
                fields.contains("listName") ? row.listName() : listName,
                fields.contains("title") ? row.title() : title,
                fields.contains("description") ? row.description() : description,
                fields.contains("pollutionTypes") ? row.pollutionTypes() : pollutionTypes,
                fields.contains("site") ? row.site() : site,
                fields.contains("risk") ? row.risk() : risk,
                fields.contains("goal") ? row.goal() : goal,
                fields.contains("measuresText") ? row.measuresText() : measuresText);
    }
}
