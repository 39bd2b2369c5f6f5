package org.duban.problem;

import java.util.List;

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
                problem.listRegion(),
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
}
