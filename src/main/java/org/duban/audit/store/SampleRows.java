package org.duban.audit.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.duban.audit.Sample;
import org.duban.audit.SampleRule;
import org.duban.kernel.Zones;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Draws samples and keeps them. */
@Component
public class SampleRows {

    private final JdbcClient db;

    SampleRows(JdbcClient db) {
        this.db = db;
    }

    /** How many cases met a rule, and the hash of all their numbers. */
    public record Population(long size, String digest) {}

    public Population population(SampleRule rule) {
        return given(rule, """
                        select count(*) as size,
                               encode(sha256(convert_to(coalesce(string_agg(p.no, E'\\n' order by p.no), ''), 'UTF8')), 'hex')
                                 as digest
                          from audit_case p where""")
                .query((row, number) -> new Population(row.getLong("size"), row.getString("digest")))
                .single();
    }

    /**
     * The first so many in the order of the SHA-256 of seed and number: anybody can compute that order again, nobody can
     * choose it.
     */
    public List<String> draw(SampleRule rule, String seed, int size) {
        String order = " order by sha256(convert_to(:seed || '/' || p.no, 'UTF8')), p.no limit :size";
        return given(rule, "select p.no from audit_case p where", order)
                .param("seed", seed)
                .param("size", size)
                .query(String.class)
                .list();
    }

    private StatementSpec given(SampleRule rule, String select) {
        return given(rule, select, "");
    }

    private StatementSpec given(SampleRule rule, String select, String end) {
        StringBuilder sql = new StringBuilder(select).append(" p.flow = :flow");
        sql.append(rule.state() == null ? "" : " and p.state = :state");
        sql.append(
                rule.unit() == null
                        ? ""
                        : " and (p.unit = :unit"
                                + " or exists (select 1 from case_unit u where u.no = p.no and u.unit_code = :unit)"
                                + " or exists (select 1 from round_unit u where u.no = p.no and u.unit_code = :unit))");
        sql.append(
                rule.risk() == null
                        ? ""
                        : " and exists (select 1 from problem r where r.no = p.no and r.risk = :risk)");
        sql.append(rule.from() == null ? "" : " and p.opened_at >= :from");
        sql.append(rule.to() == null ? "" : " and p.opened_at < :to");
        return db.sql(sql.append(end).toString())
                .param("flow", rule.flow())
                .param("state", rule.state())
                .param("unit", rule.unit())
                .param("risk", rule.risk())
                .param("from", begin(rule.from()))
                .param("to", rule.to() == null ? null : begin(rule.to().plusDays(1)));
    }

    private static OffsetDateTime begin(LocalDate day) {
        return day == null ? null : day.atStartOfDay(Zones.CITY).toOffsetDateTime();
    }

    /** Keeps a sample; returns its number. */
    public long add(Sample sample, String rule, List<String> cases) {
        long id = db.sql("""
                        insert into audit_sample (name, seed, rule, rule_words, wanted, population, digest, drawn_by,
                            drawn_by_name, drawn_at)
                        values (:name, :seed, cast(:rule as jsonb), :words, :wanted, :population, :digest, :by, :byName,
                            :at) returning id""")
                .param("name", sample.name())
                .param("seed", sample.seed())
                .param("rule", rule)
                .param("words", sample.ruleWords())
                .param("wanted", sample.wanted())
                .param("population", sample.population())
                .param("digest", sample.digest())
                .param("by", sample.byUsername())
                .param("byName", sample.byName())
                .param("at", sample.at().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        db.sql("""
                        insert into audit_sample_case (sample_id, place, case_no)
                        select :id, place, no from unnest(:cases) with ordinality as drawn (no, place)""").param("id", id).param("cases", cases.toArray(String[]::new)).update();
        return id;
    }

    /** A kept sample with its rule as JSON text. */
    public record Kept(Sample sample, String rule) {}

    public Optional<Kept> byId(long id) {
        return db.sql("select *, rule::text as rule_text from audit_sample where id = :id")
                .param("id", id)
                .query(SampleRows::kept)
                .optional();
    }

    /** A page, the newest first. */
    public List<Kept> page(Long before, int size) {
        return db.sql("""
                        select *, rule::text as rule_text from audit_sample where id < :before
                         order by id desc limit :size""")
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("size", size)
                .query(SampleRows::kept)
                .list();
    }

    public List<String> cases(long id) {
        return db.sql("select case_no from audit_sample_case where sample_id = :id order by place")
                .param("id", id)
                .query(String.class)
                .list();
    }

    /** The cases of a sample as they stand now; unit and state are codes. */
    public List<Sample.Line> lines(long id) {
        return db.sql("""
                        select c.place, c.case_no, coalesce(p.title, '') as title, p.unit, p.state
                          from audit_sample_case c left join audit_case p on p.no = c.case_no
                         where c.sample_id = :id order by c.place""")
                .param("id", id)
                .query((row, number) -> new Sample.Line(
                        row.getInt("place"),
                        row.getString("case_no"),
                        row.getString("title"),
                        row.getString("unit"),
                        row.getString("state")))
                .list();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                new Sample(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("seed"),
                        null,
                        row.getString("rule_words"),
                        row.getInt("wanted"),
                        row.getLong("population"),
                        row.getString("digest"),
                        row.getString("drawn_by"),
                        row.getString("drawn_by_name"),
                        row.getObject("drawn_at", OffsetDateTime.class).toInstant()),
                row.getString("rule_text"));
    }
}
