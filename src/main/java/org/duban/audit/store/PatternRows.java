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
    public record Silent(String no, String title, String leadUnit, String state, Instant lastAt, String lastBy) {}

    /** Open cases without work of a person since then, after that number. */
    public List<Silent> silent(Instant since, String after, int size) {
        return db.sql("""
                        select p.no, p.title, p.lead_unit, p.state, coalesce(e.at, p.registered_at) as last_at,
                               coalesce(e.actor_name, '') as last_by
                          from problem p
                          left join lateral (select at, actor_name from problem_event e
                                              where e.no = p.no and e.actor <> 'system'
                                              order by e.seq desc limit 1) e on true
                         where p.struck_off_at is null and p.no > :after
                           and coalesce(e.at, p.registered_at) < :since
                         order by p.no limit :size""")
                .param("after", after == null ? "" : after)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("size", size)
                .query((row, number) -> new Silent(
                        row.getString("no"),
                        row.getString("title"),
                        row.getString("lead_unit"),
                        row.getString("state"),
                        instant(row, "last_at"),
                        row.getString("last_by")))
                .list();
    }

    /** A case struck off quickly. */
    public record Hasty(String no, String title, String leadUnit, Instant registeredAt, Instant struckOffAt) {

        public Duration took() {
            return Duration.between(registeredAt, struckOffAt);
        }
    }

    /** Cases struck off within that time of their registration, the quickest first, after that place. */
    public List<Hasty> hasty(Duration within, Duration afterTook, String afterNo, int size) {
        String from = afterTook == null
                ? ""
                : " and (struck_off_at - registered_at, no) > (cast(:afterTook as interval), :afterNo)";
        return db.sql("""
                        select no, title, lead_unit, registered_at, struck_off_at from problem
                         where struck_off_at is not null and struck_off_at - registered_at <= cast(:within as interval)%s
                         order by struck_off_at - registered_at, no limit :size""".formatted(from))
                .param("within", within.toString())
                .param("afterTook", afterTook == null ? null : afterTook.toString())
                .param("afterNo", afterNo)
                .param("size", size)
                .query((row, number) -> new Hasty(
                        row.getString("no"),
                        row.getString("title"),
                        row.getString("lead_unit"),
                        instant(row, "registered_at"),
                        instant(row, "struck_off_at")))
                .list();
    }

    /** A case in which everything came in the last hour. */
    public record LastHour(String no, String title, String leadUnit, int count, Instant latest) {}

    /**
     * Cases in which units met at least that many deadlines, and all of them in the last hour.
     *
     * @param lastOfDay how long before its end a deadline of days has its last hour
     */
    public List<LastHour> lastHour(Duration lastOfDay, int least, String after, int size) {
        return db.sql("""
                        select late.case_no, p.title, p.lead_unit, late.met, late.latest
                          from (select d.case_no, count(*) as met, max(d.met_at) as latest
                                  from deadline d
                                 where d.met_at is not null and d.due_at - d.met_at > interval '0'
                                   and d.due_at - d.met_at <= cast(:lastOfDay as interval)
                                   and (d.hours is null or d.due_at - d.met_at <= interval '1 hour')
                                   and d.holder like 'unit%' and d.case_no > :after
                                 group by d.case_no having count(*) >= :least) late
                          join problem p on p.no = late.case_no
                         where late.met = (select count(*) from deadline a
                                            where a.case_no = late.case_no and a.met_at is not null
                                              and a.holder like 'unit%')
                         order by late.case_no limit :size""")
                .param("lastOfDay", lastOfDay.toString())
                .param("least", least)
                .param("after", after == null ? "" : after)
                .param("size", size)
                .query((row, number) -> new LastHour(
                        row.getString("case_no"),
                        row.getString("title"),
                        row.getString("lead_unit"),
                        row.getInt("met"),
                        instant(row, "latest")))
                .list();
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
