package org.duban.petition.store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.petition.Answer;
import org.duban.petition.Channel;
import org.duban.petition.Course;
import org.duban.petition.Letter;
import org.duban.petition.Outcome;
import org.duban.petition.Petition;
import org.duban.petition.PetitionState;
import org.duban.petition.Petitioner;
import org.duban.petition.Sanctions;
import org.duban.petition.Share;
import org.duban.petition.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads whole letters. */
@Component
class PetitionRow {

    static final String SELECT = """
            select p.*, coalesce((select jsonb_agg(jsonb_build_object(
                                'unit', s.unit_code, 'share', s.share, 'signedAt', s.signed_at,
                                'signedBy', s.signed_by, 'answeredAt', s.answered_at) order by s.seq)
                         from petition_share s where s.no = p.no), '[]') as shares
              from petition p""";

    /** A share as it stands in the row. */
    private record ShareCell(
            String unit, BigDecimal share, OffsetDateTime signedAt, String signedBy, OffsetDateTime answeredAt) {}

    private final Rows rows;

    PetitionRow(Rows rows) {
        this.rows = rows;
    }

    List<Petition> read(JdbcClient.StatementSpec query) {
        return query.query((row, n) -> petition(row)).list();
    }

    private Petition petition(ResultSet row) throws SQLException {
        return new Petition(
                CaseNo.of(row.getString("no")),
                letter(row),
                shares(row),
                answer(row),
                course(row),
                Rows.instant(row, "registered_at"),
                row.getString("registered_by"),
                row.getInt("version"));
    }

    private List<Share> shares(ResultSet row) throws SQLException {
        return rows.read(row, "shares", new TypeReference<List<ShareCell>>() {}).stream()
                .map(cell -> new Share(
                        UnitCode.of(cell.unit()),
                        cell.share().setScale(2),
                        cell.signedAt() == null ? null : cell.signedAt().toInstant(),
                        cell.signedBy(),
                        cell.answeredAt() == null ? null : cell.answeredAt().toInstant()))
                .toList();
    }

    private static Letter letter(ResultSet row) throws SQLException {
        return new Letter(
                row.getString("number_scope"),
                row.getString("upstream_no"),
                row.getString("content_sha256"),
                Rows.word(row, "channel", Channel.class),
                row.getString("inspection"),
                row.getString("handover_no"),
                row.getObject("batch_id", Long.class),
                Rows.date(row, "received_on"),
                row.getString("region"),
                Rows.unit(row, "district"),
                row.getString("place"),
                row.getString("firm"),
                Rows.texts(row, "pollution_types"),
                row.getString("problem_type"),
                row.getString("title"),
                row.getString("body"),
                row.getString("reference_text"),
                row.getBoolean("starred"),
                row.getBoolean("key_mark"),
                Rows.word(row, "petitioner", Petitioner.class));
    }

    private Answer answer(ResultSet row) throws SQLException {
        return new Answer(
                Rows.word(row, "verdict", Verdict.class),
                Rows.word(row, "outcome", Outcome.class),
                row.getString("findings"),
                row.getString("handling"),
                row.getString("goal"),
                row.getString("accountability"),
                rows.read(row, "sanctions", new TypeReference<Sanctions>() {}),
                Rows.date(row, "planned_on"));
    }

    private static Course course(ResultSet row) throws SQLException {
        return new Course(
                Rows.word(row, "state", PetitionState.class),
                Rows.date(row, "due_on"),
                row.getInt("attempt"),
                row.getInt("returns"),
                row.getInt("redispatches"),
                row.getInt("call_backs"),
                row.getObject("satisfied", Boolean.class),
                row.getString("leader"),
                row.getString("problem_no"),
                Rows.instant(row, "dispatched_at"),
                Rows.instant(row, "signed_at"),
                Rows.instant(row, "answered_at"),
                Rows.instant(row, "passed_at"),
                Rows.instant(row, "closed_at"));
    }
}
