package org.duban.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duban.evidence.Evidence;
import org.duban.problem.Criterion;
import org.duban.problem.Report;

/** Sorts a case's evidence to the reports it was filed with; what belongs to no report is left over. */
public final class CaseEvidence {

    private final Map<Long, List<Evidence>> byReport = new LinkedHashMap<>();
    private final List<Evidence> others = new ArrayList<>();

    CaseEvidence(List<Evidence> evidence, List<Report> reports) {
        for (Evidence one : evidence) {
            if (one.filed()) {
                reportOf(one, reports)
                        .ifPresentOrElse(
                                report -> byReport.computeIfAbsent(report.id(), id -> new ArrayList<>())
                                        .add(one),
                                () -> others.add(one));
            }
        }
    }

    /** A report and its evidence are filed by one transaction, a moment apart. */
    private static Optional<Report> reportOf(Evidence one, List<Report> reports) {
        return reports.stream()
                .filter(report ->
                        one.unit() != null && report.unit().equals(one.unit().value()))
                .filter(report -> apart(one, report).compareTo(Duration.ofMinutes(1)) < 0)
                .min(Comparator.comparing(report -> apart(one, report)));
    }

    private static Duration apart(Evidence one, Report report) {
        return Duration.between(one.filedAt(), report.reportedAt()).abs();
    }

    /** Evidence of a report under one criterion. */
    public List<Evidence> of(Report report, Criterion criterion) {
        return byReport.getOrDefault(report.id(), List.of()).stream()
                .filter(one -> criterion.name().equals(one.criterion()))
                .toList();
    }

    /** Evidence of a report under no criterion. */
    public List<Evidence> general(Report report) {
        return byReport.getOrDefault(report.id(), List.of()).stream()
                .filter(one -> one.criterion() == null)
                .toList();
    }

    /** Evidence filed with other steps. */
    public List<Evidence> others() {
        return others;
    }
}
