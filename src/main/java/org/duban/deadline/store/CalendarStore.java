package org.duban.deadline.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duban.deadline.CalendarDay;
import org.duban.deadline.CalendarYear;
import org.duban.deadline.DayKind;
import org.duban.deadline.LoadedYear;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps every version of every year; only adds. */
@Repository
public class CalendarStore {

    private static final String AS_OF = """
            select distinct on (year) year, version, notice, loaded_by, loaded_at
              from calendar_year where version <= :version order by year, version desc""";

    private final JdbcClient jdbc;

    CalendarStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest version; 0 when no year was ever loaded. */
    public long latestVersion() {
        return jdbc.sql("select coalesce(max(version), 0) from calendar_year")
                .query(Long.class)
                .single();
    }

    /** Keeps other loads out until the transaction ends, then draws the next version. */
    public long nextVersion() {
        lock();
        return jdbc.sql("select nextval('calendar_version')").query(Long.class).single();
    }

    /** Keeps other loads out until the transaction ends. */
    public void lock() {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtext('duban.calendar'))) as taken")
                .query(Integer.class)
                .single();
    }

    /** Every year as it was when {@code version} was the newest. */
    public List<CalendarYear> yearsAsOf(long version) {
        Map<Integer, List<CalendarDay>> days = new LinkedHashMap<>();
        jdbc.sql("with loaded as (" + AS_OF + ") select d.year, d.falls_on, d.kind, d.name from calendar_day d"
                        + " join loaded using (year, version) order by d.year, d.falls_on")
                .param("version", version)
                .query((ResultSet row) -> {
                    days.computeIfAbsent(row.getInt("year"), year -> new ArrayList<>())
                            .add(day(row));
                });
        return jdbc.sql(AS_OF)
                .param("version", version)
                .query((row, number) -> new CalendarYear(
                        row.getInt("year"), row.getString("notice"), days.getOrDefault(row.getInt("year"), List.of())))
                .list();
    }

    /** Who loaded each version of the year, the newest first. */
    public List<LoadedYear> versions(int year) {
        return jdbc.sql("""
                        select year, version, notice, loaded_by, loaded_at
                          from calendar_year where year = :year order by version desc""")
                .param("year", year)
                .query((row, number) -> new LoadedYear(
                        row.getInt("year"),
                        row.getLong("version"),
                        row.getString("notice"),
                        row.getString("loaded_by"),
                        row.getObject("loaded_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    public Optional<LoadedYear> newest(int year) {
        return versions(year).stream().findFirst();
    }

    public void add(CalendarYear year, long version, String by, Instant at) {
        jdbc.sql("""
                        insert into calendar_year (year, version, notice, loaded_by, loaded_at)
                        values (:year, :version, :notice, :by, :at)""")
                .param("year", year.year())
                .param("version", version)
                .param("notice", year.notice())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        for (CalendarDay day : year.days()) {
            jdbc.sql("""
                            insert into calendar_day (year, version, falls_on, kind, name)
                            values (:year, :version, :day, :kind, :name)""")
                    .param("year", year.year())
                    .param("version", version)
                    .param("day", day.date())
                    .param("kind", day.kind().name())
                    .param("name", day.name())
                    .update();
        }
    }

    private static CalendarDay day(ResultSet row) throws SQLException {
        return new CalendarDay(
                row.getObject("falls_on", LocalDate.class),
                DayKind.valueOf(row.getString("kind")),
                row.getString("name"));
    }
}
