package org.duban.round.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.round.FiledItem;
import org.duban.round.OpenProblem;
import org.duban.round.Round;
import org.duban.round.RoundItem;
import org.duban.round.RoundStore;
import org.duban.round.RoundUnit;
import org.duban.round.UnitState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rounds and their units. A round's number sorts like its month. */
@Repository
class JdbcRoundStore implements RoundStore {

    private static final String ROUND = """
            select r.*, report.current_due_on as report_due_on, cut_off.current_due_on as cut_off_on
              from round r
              left join deadline report on report.key = r.no || '/report'
              left join deadline cut_off on cut_off.key = r.no || '/cutOff'
            """;

    private static final String UNIT = """
            select u.*, i.*, c.* from round_unit u
             cross join lateral (
                   select count(*) as items,
                          count(*) filter (where x.status = 'DONE') as done,
                          count(*) filter (where x.status = 'ON_SCHEDULE') as on_schedule,
                          count(*) filter (where x.status = 'BEHIND') as behind,
                          count(*) filter (where x.status = 'STANDING') as standing,
                          count(*) filter (where not x.unchanged) as changed
                     from round_item x where x.no = u.no and x.unit_code = u.unit_code) i
             cross join lateral (
                   select max(k.chased_at) as chased_at, count(*) as chases
                     from round_chase k where k.no = u.no and k.unit_code = u.unit_code) c
            """;

    private final JdbcClient db;
    private final OpenProblemQuery problems;
    private final RoundTables tables;

    JdbcRoundStore(JdbcClient db, OpenProblemQuery problems, RoundTables tables) {
        this.db = db;
        this.problems = problems;
        this.tables = tables;
    }

    @Override
    public boolean add(Round round) {
        return db.sql("""
                        insert into round (no, year, month, opened_at, opened_by, opened_by_name)
                        values (:no, :year, :month, :at, :by, :name) on conflict do nothing""")
                        .param("no", round.no().value())
                        .param("year", round.month().getYear())
                        .param("month", round.month().getMonthValue())
                        .param("at", RoundRows.utc(round.openedAt()))
                        .param("by", round.openedBy().username())
                        .param("name", round.openedBy().name())
                        .update()
                == 1;
    }

    @Override
    public Optional<Round> find(CaseNo no) {
        return one(no, "");
    }

    @Override
    public Optional<Round> hold(CaseNo no) {
        return one(no, " for share of r");
    }

    @Override
    public Optional<Round> lock(CaseNo no) {
        return one(no, " for update of r");
    }

    private Optional<Round> one(CaseNo no, String lock) {
        return db.sql(ROUND + "where r.no = :no" + lock)
                .param("no", no.value())
                .query(RoundRows::round)
                .optional();
    }

    @Override
    public Optional<Round> open() {
        return db.sql(ROUND + "where r.frozen_at is null")
                .query(RoundRows::round)
                .optional();
    }

    @Override
    public List<Round> latest(int limit) {
        return db.sql(ROUND + "order by r.no desc limit :limit")
                .param("limit", limit)
                .query(RoundRows::round)
                .list();
    }

    @Override
    public Optional<CaseNo> before(CaseNo no) {
        return db.sql("select no from round where no < :no order by no desc limit 1")
                .param("no", no.value())
                .query(String.class)
                .optional()
                .map(CaseNo::of);
    }

    @Override
    public List<OpenProblem> openProblems(Instant at) {
        return problems.at(at);
    }

    @Override
    public void addTable(CaseNo no, List<OpenProblem> open, LocalDate on) {
        tables.add(no, open, on);
    }

    @Override
    public List<UnitCode> units(CaseNo no) {
        return db
                .sql("select unit_code from round_unit where no = :no order by unit_code")
                .param("no", no.value())
                .query(String.class)
                .list()
                .stream()
                .map(UnitCode::of)
                .toList();
    }

    @Override
    public List<RoundUnit> unitLines(CaseNo no) {
        return db.sql(UNIT + "where u.no = :no order by u.unit_code")
                .param("no", no.value())
                .query(RoundRows::unit)
                .list();
    }

    @Override
    public List<RoundItem> table(CaseNo no, UnitCode unit) {
        return tables.of(no, unit);
    }

    @Override
    public List<RoundItem> behind(CaseNo no, int limit) {
        return tables.behind(no, limit);
    }

    @Override
    public void each(CaseNo no, Consumer<RoundItem> reader) {
        tables.each(no, units(no), reader);
    }

    @Override
    public List<RoundItem> of(CaseNo problem) {
        return tables.of(problem);
    }

    @Override
    public void fill(CaseNo no, UnitCode unit, List<FiledItem> items) {
        tables.fill(no, unit, items);
    }

    @Override
    public boolean settle(CaseNo no, UnitCode unit, UnitState state, Instant at, Actor by) {
        return db.sql("""
                        update round_unit set state = :state, settled_at = :at, settled_by = :by, settled_by_name = :name
                         where no = :no and unit_code = :unit and state = 'OPEN'""")
                        .param("state", state.name())
                        .param("at", RoundRows.utc(at))
                        .param("by", by.username())
                        .param("name", by.name())
                        .param("no", no.value())
                        .param("unit", unit.value())
                        .update()
                == 1;
    }

    @Override
    public Set<String> stillOpen(Collection<String> keys) {
        return Set.copyOf(db.sql("""
                        select u.no || '/' || u.unit_code from unnest(:keys) as k(key)
                          join round_unit u on u.no = split_part(k.key, '/', 1) and u.unit_code = split_part(k.key, '/', 2)
                         where u.state = 'OPEN'""")
                .param("keys", keys.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    @Override
    public int silence(CaseNo no, Instant at) {
        return db.sql("update round_unit set state = 'SILENT', settled_at = :at where no = :no and state = 'OPEN'")
                .param("at", RoundRows.utc(at))
                .param("no", no.value())
                .update();
    }

    @Override
    public void freeze(CaseNo no, Instant at, Actor by) {
        db.sql("update round set frozen_at = :at, frozen_by = :by, frozen_by_name = :name where no = :no")
                .param("at", RoundRows.utc(at))
                .param("by", by.username())
                .param("name", by.name())
                .param("no", no.value())
                .update();
    }

    @Override
    public List<RoundUnit> chase(CaseNo no, LocalDate on, Instant at, Actor by) {
        List<String> chased = db.sql("""
                        insert into round_chase (no, unit_code, chased_on, chased_at, chased_by, chased_by_name)
                        select no, unit_code, :on, :at, :by, :name from round_unit where no = :no and state = 'OPEN'
                        on conflict do nothing returning unit_code""")
                .param("on", on)
                .param("at", RoundRows.utc(at))
                .param("by", by.username())
                .param("name", by.name())
                .param("no", no.value())
                .query(String.class)
                .list();
        return unitLines(no).stream()
                .filter(unit -> chased.contains(unit.unit().value()))
                .toList();
    }

    @Override
    public List<CaseNo> noteBehindTwice(CaseNo no, CaseNo earlier, Instant at) {
        return db
                .sql("""
                        insert into round_behind_twice (problem_no, no, earlier_no, found_at)
                        select distinct now.problem_no, :no, :earlier, cast(:at as timestamptz)
                          from round_item now
                          join round_item before on before.no = :earlier and before.problem_no = now.problem_no
                               and before.rectification = now.rectification and before.status = 'BEHIND'
                         where now.no = :no and now.status = 'BEHIND'
                        on conflict do nothing returning problem_no""")
                .param("no", no.value())
                .param("earlier", earlier.value())
                .param("at", RoundRows.utc(at))
                .query(String.class)
                .list()
                .stream()
                .map(CaseNo::of)
                .toList();
    }

    @Override
    public List<CaseNo> behindTwice(CaseNo no) {
        return db
                .sql("select problem_no from round_behind_twice where no = :no order by problem_no")
                .param("no", no.value())
                .query(String.class)
                .list()
                .stream()
                .map(CaseNo::of)
                .toList();
    }
}
