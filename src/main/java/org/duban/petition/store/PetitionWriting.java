package org.duban.petition.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duban.kernel.CaseNo;
import org.duban.petition.Answer;
import org.duban.petition.Course;
import org.duban.petition.Letter;
import org.duban.petition.Petition;
import org.duban.petition.Share;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes letters: new ones by the list, one that changed over the version it was read at. */
@Component
class PetitionWriting {

    private static final String FIXED = """
            no, number_scope, upstream_no, content_sha256, channel, inspection, handover_no, batch_id, received_on,
            region, district, place, firm, pollution_types, problem_type, title, body, reference_text, starred,
            petitioner, registered_at, registered_by""";
    private static final String MOVING = """
            key_mark, state, verdict, outcome, findings, handling, goal, accountability, sanctions, planned_on, due_on,
            attempt, returns, redispatches, call_backs, satisfied, leader, problem_no, dispatched_at, signed_at,
            answered_at, passed_at, closed_at, version""";
    private static final String COLUMNS = FIXED + ", " + MOVING;

    private final JdbcClient db;
    private final Rows rows;

    PetitionWriting(JdbcClient db, Rows rows) {
        this.db = db;
        this.rows = rows;
    }

    List<CaseNo> insert(List<Petition> petitions) {
        // Two imports of one file may meet here; the upstream number decides who comes first.
        List<CaseNo> written = db
                .sql("insert into petition (" + COLUMNS + ") select " + COLUMNS
                        + " from jsonb_populate_recordset(null::petition, cast(:rows as jsonb))"
                        + " on conflict (number_scope, upstream_no) where upstream_no is not null do nothing"
                        + " returning no")
                .param("rows", rows.write(petitions.stream().map(this::row).toList()))
                .query(String.class)
                .list()
                .stream()
                .map(CaseNo::of)
                .toList();
        Set<CaseNo> numbers = new HashSet<>(written);
        insertShares(petitions.stream()
                .filter(petition -> numbers.contains(petition.no()))
                .toList());
        return written;
    }

    void update(Petition before, Petition after) {
        Map<String, Object> row = row(after);
        row.put("version", after.version() + 1);
        int changed = db.sql("update petition p set (" + MOVING + ") = (select " + MOVING
                        + " from jsonb_populate_record(null::petition, cast(:row as jsonb)))"
                        + " where p.no = :no and p.version = :version")
                .param("row", rows.write(row))
                .param("no", after.no().value())
                .param("version", after.version())
                .update();
        if (changed == 0) {
            throw new OptimisticLockingFailureException("Petition " + after.no() + " was changed meanwhile");
        }
        if (!before.shares().equals(after.shares())) {
            db.sql("delete from petition_share where no = :no")
                    .param("no", after.no().value())
                    .update();
            insertShares(List.of(after));
        }
    }

    private void insertShares(List<Petition> petitions) {
        List<Map<String, Object>> shares = new ArrayList<>();
        for (Petition petition : petitions) {
            for (int seq = 0; seq < petition.shares().size(); seq++) {
                shares.add(share(petition, petition.shares().get(seq), seq + 1));
            }
        }
        if (!shares.isEmpty()) {
            db.sql("insert into petition_share select *"
                            + " from jsonb_populate_recordset(null::petition_share, cast(:rows as jsonb))")
                    .param("rows", rows.write(shares))
                    .update();
        }
    }

    private static Map<String, Object> share(Petition petition, Share share, int seq) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("no", petition.no().value());
        row.put("seq", seq);
        row.put("unit_code", share.unit().value());
        row.put("share", share.share());
        row.put("signed_at", Rows.text(share.signedAt()));
        row.put("signed_by", share.signedBy());
        row.put("answered_at", Rows.text(share.answeredAt()));
        return row;
    }

    private Map<String, Object> row(Petition petition) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("no", petition.no().value());
        row.put("registered_at", petition.registeredAt().toString());
        row.put("registered_by", petition.registeredBy());
        row.put("version", petition.version());
        letter(petition.letter(), row);
        answer(petition.answer(), row);
        course(petition.course(), row);
        return row;
    }

    private static void letter(Letter letter, Map<String, Object> row) {
        row.put("number_scope", letter.scope());
        row.put("upstream_no", letter.upstreamNo());
        row.put("content_sha256", letter.contentSha256());
        row.put("channel", Rows.name(letter.channel()));
        row.put("inspection", letter.inspection());
        row.put("handover_no", letter.handoverNo());
        row.put("batch_id", letter.batch());
        row.put("received_on", Rows.text(letter.receivedOn()));
        row.put("region", letter.region());
        row.put("district", Rows.text(letter.district()));
        row.put("place", letter.place());
        row.put("firm", letter.firm());
        row.put("pollution_types", letter.pollutionTypes());
        row.put("problem_type", letter.problemType());
        row.put("title", letter.title());
        row.put("body", letter.body());
        row.put("reference_text", letter.referenceText());
        row.put("starred", letter.starred());
        row.put("key_mark", letter.keyMark());
        row.put("petitioner", Rows.name(letter.petitioner()));
    }

    private static void answer(Answer answer, Map<String, Object> row) {
        row.put("verdict", Rows.name(answer.verdict()));
        row.put("outcome", Rows.name(answer.outcome()));
        row.put("findings", answer.findings());
        row.put("handling", answer.handling());
        row.put("goal", answer.goal());
        row.put("accountability", answer.accountability());
        row.put("sanctions", answer.sanctions());
        row.put("planned_on", Rows.text(answer.plannedOn()));
    }

    private static void course(Course course, Map<String, Object> row) {
        row.put("state", course.state().name());
        row.put("due_on", Rows.text(course.dueOn()));
        row.put("attempt", course.attempt());
        row.put("returns", course.returns());
        row.put("redispatches", course.redispatches());
        row.put("call_backs", course.callBacks());
        row.put("satisfied", course.satisfied());
        row.put("leader", course.leader());
        row.put("problem_no", course.problemNo());
        row.put("dispatched_at", Rows.text(course.dispatchedAt()));
        row.put("signed_at", Rows.text(course.signedAt()));
        row.put("answered_at", Rows.text(course.answeredAt()));
        row.put("passed_at", Rows.text(course.passedAt()));
        row.put("closed_at", Rows.text(course.closedAt()));
    }
}
