package org.duban.audit.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds cases whose course deserves a second look; every question goes along an index and stops at a page. */
@Component
public class PatternRows {

    private final JdbcClient db;

    PatternRows(JdbcClient db) {
        this.db = db;
    }

    /** An open case nobody works on. */
    public record Silent(String no, String title, String unit, String state, Instant lastAt, String lastBy) {}

    /**
     * Open cases without work of a person since then, after that number; work is what stands in the case's own record.
     *
     * @param letters the first letters of the number; null for all kinds
     */
    public List<Silent> silent(String letters, Instant since, String after, int size) {
        return db.sql("""
                        select c.no, c.title, c.unit, c.state, coalesce(e.at, c.opened_at) as last_at,
                               coalesce(e.actor_name, '') as last_by
                          from audit_case c
                          left join lateral (
                               select at, actor_name from (
                                   select at, actor_name, seq from problem_event
                                    where c.flow = 'WT' and no = c.no and actor <> 'system'
                                   union all
                                   select at, actor_name, seq from journal_entry
                                    where c.flow <> 'WT' and chain = c.no and actor <> 'system'
                                      and body not like '%"type":"dossier.exported"%') every
                                order by seq desc limit 1) e on true
                         where c.closed_at is null and c.no > :after and (cast(:flow as text) is null or c.flow = :flow)
                           and coalesce(e.at, c.opened_at) < :since
                         order by c.no limit :size""")
                .param("flow", letters)
                .param("after", after == null ? "" : after)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("size", size)
                .query((row, number) -> new Silent(
                        row.getString("no"),
                        row.getString("title"),
                        row.getString("unit"),
                        row.getString("state"),
                        instant(row, "last_at"),
                        row.getString("last_by")))
                .list();
    }

    /** A case closed quickly. */
    public record Hasty(String no, String title, String unit, Instant openedAt, Instant closedAt) {

        public Duration took() {
            return Duration.between(openedAt, closedAt);
        }
    }

    /** Cases closed within that time, the quickest first, after that place; {@code letters} null for all kinds. */
    public List<Hasty> hasty(String letters, Duration within, Duration afterTook, String afterNo, int size) {
        String from =
                afterTook == null ? "" : " and (closed_at - opened_at, no) > (cast(:afterTook as interval), :afterNo)";
        return db.sql("""
                        select no, title, unit, opened_at, closed_at from audit_case
                         where closed_at is not null and worked and flow <> 'DD'
                           and (cast(:flow as text) is null or flow = :flow)
                           and closed_at - opened_at <= cast(:within as interval)%s
                         order by closed_at - opened_at, no limit :size""".formatted(from))
                .param("flow", letters)
                .param("within", within.toString())
                .param("afterTook", afterTook == null ? null : afterTook.toString())
                .param("afterNo", afterNo)
                .param("size", size)
                .query((row, number) -> new Hasty(
                        row.getString("no"),
                        row.getString("title"),
                        row.getString("unit"),
                        instant(row, "opened_at"),
                        instant(row, "closed_at")))
                .list();
    }

    /** A case, or a unit over all rounds, where everything came in the last hour. */
    public record LastHour(String no, String title, String unit, int count, Instant latest) {}

    /**
     * Cases in which units met at least that many deadlines, and all of them in the last hour.
     *
     * @param letters the first letters of the number; null for all kinds
     * @param lastOfDay how long before its end a deadline of days has its last hour
     */
    public List<LastHour> lastHour(String letters, Duration lastOfDay, int least, String after, int size) {
        return db.sql("""
                        select late.case_no as no, c.title, c.unit, late.met, late.latest
                          from (select d.case_no, count(*) as met, max(d.met_at) as latest
                                  from deadline d
                                 where d.met_at is not null and d.due_at - d.met_at > interval '0'
                                   and d.due_at - d.met_at <= cast(:lastOfDay as interval)
                                   and (d.hours is null or d.due_at - d.met_at <= interval '1 hour')
                                   and d.holder like 'unit%' and d.case_no > :after
                                   and (cast(:flow as text) is null or starts_with(d.case_no, :flow))
                                 group by d.case_no having count(*) >= :least) late
                          join audit_case c on c.no = late.case_no
                         where late.met = (select count(*) from deadline a
                                            where a.case_no = late.case_no and a.met_at is not null
                                              and a.holder like 'unit%')
                         order by late.case_no limit :size""")
                .param("flow", letters)
                .param("lastOfDay", lastOfDay.toString())
                .param("least", least)
                .param("after", after == null ? "" : after)
                .param("size", size)
                .query(PatternRows::lastHour)
                .list();
    }

    /** Units that reported in at least that many rounds and each time in the last hour; the number is the latest round's. */
    public List<LastHour> lastHourOfRounds(Duration lastOfDay, int least, String afterUnit, int size) {
        return db.sql("""
                        select max(u.no) as no, '' as title, u.unit_code as unit, count(*) as met, max(u.settled_at) as latest
                          from round_unit u join deadline d on d.key = u.no || '/report'
                         where u.state in ('REPORTED', 'LATE') and u.unit_code > :after
                         group by u.unit_code
                        having count(*) >= :least
                           and bool_and(d.due_at > u.settled_at
                                        and d.due_at - u.settled_at <= cast(:lastOfDay as interval))
                         order by u.unit_code limit :size""")
                .param("lastOfDay", lastOfDay.toString())
                .param("least", least)
                .param("after", afterUnit == null ? "" : afterUnit)
                .param("size", size)
                .query(PatternRows::lastHour)
                .list();
    }

    private static LastHour lastHour(ResultSet row, int number) throws SQLException {
        return new LastHour(
                row.getString("no"),
                row.getString("title"),
                row.getString("unit"),
                row.getInt("met"),
                instant(row, "latest"));
    }

    /** The same file in a case. */
    public record Shared(
            String sha256,
            UUID id,
            String no,
            String fileName,
            String unit,
            LocalDate takenOn,
            Instant uploadedAt,
            String uploadedBy) {}

    /** Hashes of files that more than one case has, after that one. */
    public List<String> sharedHashes(String after, int size) {
        return db.sql("""
                        select sha256 from evidence where removed_at is null and sha256 > :after
                         group by sha256 having min(case_no) <> max(case_no) order by sha256 limit :size""")
                .param("after", after == null ? "" : after)
                .param("size", size)
                .query(String.class)
                .list();
    }

    /** Where these files are used. */
    public List<Shared> shared(List<String> hashes) {
        return db.sql("""
                        select sha256, id, case_no, file_name, unit_code, taken_on, uploaded_at, uploaded_by
                          from evidence where removed_at is null and sha256 = any(:hashes)
                         order by sha256, case_no, uploaded_at""")
                .param("hashes", hashes.toArray(String[]::new))
                .query((row, number) -> new Shared(
                        row.getString("sha256"),
                        row.getObject("id", UUID.class),
                        row.getString("case_no"),
                        row.getString("file_name"),
                        row.getString("unit_code"),
                        row.getObject("taken_on", LocalDate.class),
                        instant(row, "uploaded_at"),
                        row.getString("uploaded_by")))
                .list();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
