package org.duban.problem;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.problem.Registered.FieldChange;
import org.duban.problem.Registered.Outcome;
import org.springframework.stereotype.Component;

/** Takes problems in from lists and forms, and corrections of them. */
@Component
class Registering {

    private final ProblemStore store;
    private final ProblemRecords records;
    private final ProblemDeadlines deadlines;
    private final ProblemFlow flow;

    Registering(ProblemStore store, ProblemRecords records, ProblemDeadlines deadlines, ProblemFlow flow) {
        this.store = store;
        this.records = records;
        this.deadlines = deadlines;
        this.flow = flow;
    }

    Registered register(NewProblem row, Actor by) {
        return registerAll(List.of(row), by).get(0);
    }

    List<Registered> registerAll(List<NewProblem> rows, Actor by) {
        rows.forEach(Registering::check);
        Map<ListKey, ListedProblem> known = store.listed(keys(rows));
        List<NewProblem> fresh = new ArrayList<>();
        Set<ListKey> met = new HashSet<>();
        for (NewProblem row : rows) {
            if (row.key() == null || !known.containsKey(row.key()) && met.add(row.key())) {
                fresh.add(row);
            }
        }
        Map<NewProblem, CaseNo> written = write(fresh, by);
        if (written.size() < fresh.size()) {
            // Somebody else imported the same rows between our look and our insert.
            known = store.listed(keys(rows));
        }
        List<Registered> answers = new ArrayList<>();
        for (NewProblem row : rows) {
            CaseNo no = written.remove(row);
            answers.add(
                    no != null
                            ? new Registered(no, Outcome.CREATED, List.of())
                            : new Registered(existing(row, known), Outcome.EXISTING, List.of()));
        }
        return answers;
    }

    private CaseNo existing(NewProblem row, Map<ListKey, ListedProblem> known) {
        ListedProblem listed = known.get(row.key());
        if (listed == null) {
            throw new Refusal("serial", "序号“" + row.listSerial() + "”在本次登记中出现了两次，请核对后每个序号只保留一行。");
        }
        return listed.no();
    }

    private static List<ListKey> keys(List<NewProblem> rows) {
        return rows.stream()
                .map(NewProblem::key)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private Map<NewProblem, CaseNo> write(List<NewProblem> rows, Actor by) {
        Map<NewProblem, CaseNo> written = new LinkedHashMap<>();
        if (rows.isEmpty()) {
            return written;
        }
        int year = records.today().getYear();
        long serial = rows.size() == 1 ? store.nextSerial(year) : store.reserveSerials(year, rows.size());
        List<Step> steps = new ArrayList<>();
        List<Map<String, String>> listed = new ArrayList<>();
        for (NewProblem row : rows) {
            steps.add(Problem.register(
                    CaseNo.problem(year, serial++), Listing.of(row), settled(row), by.username(), records.now()));
            listed.add(RowComparison.fields(row));
        }
        Set<CaseNo> numbers =
                new HashSet<>(store.insert(steps.stream().map(Step::after).toList(), listed));
        List<Step> done = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Step step = steps.get(i);
            if (numbers.contains(step.after().no())) {
                written.put(rows.get(i), step.after().no());
                done.add(step);
            }
        }
        records.announce(done, by);
        for (Step step : done) {
            if (step.after().state() == ProblemState.DISPATCHED) {
                deadlines.openLimit(step.after());
            }
        }
        flow.startAll(done.stream().map(Step::after).toList());
        return written;
    }

    private Dispatch settled(NewProblem row) {
        Dispatch dispatch = Dispatch.of(row);
        return dispatch.complete() ? dispatch.with(deadlines.settled(dispatch.deadline())) : dispatch;
    }

    Registered update(CaseNo no, NewProblem row, Actor by) {
        check(row);
        Problem before = records.lock(no);
        ListedProblem listed =
                row.key() == null ? null : store.listed(List.of(row.key())).get(row.key());
        if (listed == null || !listed.no().equals(no)) {
            throw new Refusal("serial", "问题 " + no + " 不是清单中的“" + row.listSerial() + "”号，不能用这一行修改。");
        }
        List<FieldChange> changes = listed.changes(row);
        if (changes.isEmpty()) {
            return new Registered(no, Outcome.UNCHANGED, List.of());
        }
        listed.check(row);
        Set<String> fields = changes.stream().map(FieldChange::field).collect(Collectors.toSet());
        Dispatch dispatch = edited(before, row, fields);
        Step step = before.edit(before.listing().edited(row, fields), dispatch, changes);
        Problem after = records.save(before, step, by);
        store.relist(no, RowComparison.fields(row));
        follow(before, after);
        return new Registered(no, Outcome.UPDATED, changes);
    }

    private Dispatch edited(Problem before, NewProblem row, Set<String> fields) {
        Dispatch old = before.dispatch();
        Dispatch next = new Dispatch(
                fields.contains("leadUnit") ? row.leadUnit() : old.leadUnit(),
                fields.contains("responsibleUnits") ? row.responsibleUnits() : old.responsibleUnits(),
                fields.contains("supervisingUnit") ? row.supervisingUnit() : old.supervisingUnit(),
                fields.contains("deadline") ? row.deadline() : old.deadline());
        boolean dispatched = before.state() != ProblemState.REGISTERED;
        return dispatched && fields.contains("deadline") ? next.with(deadlines.settled(next.deadline())) : next;
    }

    private void follow(Problem before, Problem after) {
        if (after.state() != ProblemState.REGISTERED
                && !Objects.equals(
                        before.dispatch().deadline(), after.dispatch().deadline())) {
            deadlines.moveLimit(after);
        }
        boolean toOtherUnit = before.state() != ProblemState.REGISTERED
                && !Objects.equals(
                        before.dispatch().leadUnit(), after.dispatch().leadUnit());
        if (toOtherUnit) {
            flow.dispatchAnew(after);
        } else {
            flow.factsChanged(after);
        }
    }

    private static void check(NewProblem row) {
        Fields.text("source", row.source(), "问题来源");
        Fields.text("title", row.title(), "问题标题");
        Fields.text("description", row.description(), "具体问题");
    }
}
