package org.duban.problem.store;

import static org.duban.problem.store.Rows.at;
import static org.duban.problem.store.Rows.code;
import static org.duban.problem.store.Rows.name;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.duban.deadline.SubjectFacts;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.problem.Deadline;
import org.duban.problem.DeadlineKind;
import org.duban.problem.Dispatch;
import org.duban.problem.ListKey;
import org.duban.problem.ListedProblem;
import org.duban.problem.Listing;
import org.duban.problem.Precision;
import org.duban.problem.Problem;
import org.duban.problem.ProblemEvent;
import org.duban.problem.ProblemState;
import org.duban.problem.ProblemStore;
import org.duban.problem.Progress;
import org.duban.problem.Risk;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Problems, their units and their history. */
@Repository
class JdbcProblemStore implements ProblemStore {

    private final JdbcClient db;
    private final Rows rows;
    private final ProblemInsert insert;
    private final EventRows events;
    private final CaseSerials serials;

    JdbcProblemStore(JdbcClient db, Rows rows, ProblemInsert insert, EventRows events, CaseSerials serials) {
        this.db = db;
        this.rows = rows;
        this.insert = insert;
        this.events = events;
        this.serials = serials;
    }

    @Override
    public Optional<Problem> lock(CaseNo no) {
        // The units are read after the lock is ours, or a reassignment we waited for would go unseen.
        return read("select * from problem where no = :no for update", no, row -> responsibleUnits(no));
    }

    @Override
    public Optional<Problem> find(CaseNo no) {
        return read("""
                select p.*, array(select u.unit_code from problem_unit u
                                   where u.no = p.no and u.role = 'RESPONSIBLE' order by u.seq) as responsible_units
                from problem p where p.no = :no""", no, row -> units(Rows.texts(row, "responsible_units")));
    }

    @Override
    public Map<CaseNo, SubjectFacts.Facts> facts(Collection<CaseNo> numbers) {
        Map<CaseNo, SubjectFacts.Facts> facts = new HashMap<>();
        db.sql("select no, title, risk, source, lead_unit from problem where no = any(:numbers)")
                .param("numbers", numbers.stream().map(CaseNo::value).toArray(String[]::new))
                .query((ResultSet row) -> {
                    Risk risk = Objects.requireNonNullElse(Rows.word(row, "risk", Risk.class), Risk.MEDIUM);
                    facts.put(
                            CaseNo.of(row.getString("no")),
                            new SubjectFacts.Facts(
                                    row.getString("title"),
                                    risk.label(),
                                    row.getString("source"),
                                    Rows.unit(row, "lead_unit")));
                });
        return facts;
    }

    private interface Responsible {
        List<UnitCode> of(ResultSet row) throws SQLException;
    }

    private Optional<Problem> read(String sql, CaseNo no, Responsible responsible) {
        return db.sql(sql)
                .param("no", no.value())
                .query((row, n) -> problem(row, responsible.of(row)))
                .optional();
    }

    private List<UnitCode> responsibleUnits(CaseNo no) {
        return units(db.sql("select unit_code from problem_unit where no = :no and role = 'RESPONSIBLE' order by seq")
                .param("no", no.value())
                .query(String.class)
                .list());
    }

    private static List<UnitCode> units(List<String> codes) {
        return codes.stream().map(UnitCode::of).toList();
    }

    private static Problem problem(ResultSet row, List<UnitCode> responsible) throws SQLException {
        DeadlineKind kind = Rows.word(row, "deadline_kind", DeadlineKind.class);
        Deadline deadline = kind == null
                ? null
                : new Deadline(
                        kind,
                        row.getString("deadline_text"),
                        Rows.date(row, "due_on"),
                        Rows.word(row, "due_precision", Precision.class),
                        row.getBoolean("also_standing"));
        Listing listing = new Listing(
                row.getString("source"),
                row.getString("list_region"),
                row.getString("list_serial"),
                row.getString("list_name"),
                row.getString("title"),
                row.getString("description"),
                Rows.texts(row, "pollution_types"),
                row.getString("site"),
                Rows.word(row, "risk", Risk.class),
                row.getString("goal"),
                row.getString("measures_text"));
        Progress progress = new Progress(
                Rows.word(row, "state", ProblemState.class),
                row.getInt("rectification"),
                row.getInt("attempt"),
                row.getInt("plan_revision"),
                row.getInt("returns"),
                row.getObject("relapse_found", Boolean.class),
                Rows.instant(row, "reported_at"),
                Rows.instant(row, "rectified_at"),
                Rows.instant(row, "struck_off_at"));
        Dispatch dispatch =
                new Dispatch(Rows.unit(row, "lead_unit"), responsible, Rows.unit(row, "supervising_unit"), deadline);
        return new Problem(
                CaseNo.of(row.getString("no")),
                listing,
                dispatch,
                progress,
                Rows.instant(row, "registered_at"),
                row.getString("registered_by"),
                row.getInt("version"));
    }

    @Override
    public List<CaseNo> insert(List<Problem> problems, List<Map<String, String>> listed) {
        return insert.insert(problems, listed);
    }

    @Override
    public void update(Problem before, Problem problem) {
        Listing listing = problem.listing();
        Dispatch dispatch = problem.dispatch();
        Deadline deadline = dispatch.deadline();
        Progress progress = problem.progress();
        int changed = db.sql("""
                update problem set list_name = :listName, title = :title, description = :description,
                    pollution_types = :types, site = :site, risk = :risk, lead_unit = :lead,
                    supervising_unit = :supervising, deadline_kind = :kind, deadline_text = :text, due_on = :due,
                    due_precision = :precision, also_standing = :also, goal = :goal, measures_text = :measures,
                    state = :state, rectification = :rectification, attempt = :attempt, plan_revision = :revision,
                    returns = :returns, relapse_found = :relapse, reported_at = :reported, rectified_at = :rectified,
                    struck_off_at = :struck, version = version + 1
                where no = :no and version = :version""")
                .param("listName", listing.listName())
                .param("title", listing.title())
                .param("description", listing.description())
                .param("types", listing.pollutionTypes().toArray(String[]::new))
                .param("site", listing.site())
                .param("risk", name(listing.risk()))
                .param("lead", code(dispatch.leadUnit()))
                .param("supervising", code(dispatch.supervisingUnit()))
                .param("kind", deadline == null ? null : name(deadline.kind()))
                .param("text", deadline == null ? null : deadline.text())
                .param("due", deadline == null ? null : deadline.dueOn())
                .param("precision", deadline == null ? null : name(deadline.precision()))
                .param("also", deadline != null && deadline.alsoStanding())
                .param("goal", listing.goal())
                .param("measures", listing.measuresText())
                .param("state", name(progress.state()))
                .param("rectification", progress.rectification())
                .param("attempt", progress.attempt())
                .param("revision", progress.planRevision())
                .param("returns", progress.returns())
                .param("relapse", progress.relapseFound())
                .param("reported", at(progress.reportedAt()))
                .param("rectified", at(progress.rectifiedAt()))
                .param("struck", at(progress.struckOffAt()))
                .param("no", problem.no().value())
                .param("version", problem.version())
                .update();
        if (changed == 0) {
            throw new OptimisticLockingFailureException("Problem " + problem.no() + " was changed meanwhile");
        }
        boolean sameUnits = Objects.equals(before.dispatch().leadUnit(), dispatch.leadUnit())
                && before.dispatch().responsibleUnits().equals(dispatch.responsibleUnits());
        if (!sameUnits) {
            insert.replaceUnits(problem);
        }
    }

    @Override
    public void relist(CaseNo no, Map<String, String> listed) {
        db.sql("update problem set listed = cast(:listed as jsonb) where no = :no")
                .param("listed", rows.write(listed))
                .param("no", no.value())
                .update();
    }

    @Override
    public Map<ListKey, ListedProblem> listed(Collection<ListKey> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        List<ListKey> wanted = new ArrayList<>(keys);
        Map<ListKey, ListedProblem> found = new LinkedHashMap<>();
        db.sql("""
                select p.no, p.source, p.list_region, p.list_serial, p.state, p.listed
                from unnest(:sources, :regions, :serials) as k (source, region, serial)
                join problem p on p.source = k.source and p.list_region = k.region and p.list_serial = k.serial""")
                .param("sources", wanted.stream().map(ListKey::source).toArray(String[]::new))
                .param("regions", wanted.stream().map(ListKey::region).toArray(String[]::new))
                .param("serials", wanted.stream().map(ListKey::serial).toArray(String[]::new))
                .query(row -> {
                    ListKey key = new ListKey(
                            row.getString("source"), row.getString("list_region"), row.getString("list_serial"));
                    found.put(
                            key,
                            new ListedProblem(
                                    CaseNo.of(row.getString("no")),
                                    Rows.word(row, "state", ProblemState.class),
                                    rows.read(row, "listed", new TypeReference<>() {})));
                });
        return found;
    }

    @Override
    public List<ProblemEvent> append(List<ProblemEvent> added) {
        return events.append(added);
    }

    @Override
    public List<ProblemEvent> events(CaseNo no) {
        return events.of(no);
    }

    @Override
    public long nextSerial(int year) {
        return serials.next(year);
    }

    @Override
    public long reserveSerials(int year, int count) {
        return serials.reserve(year, count);
    }
}
