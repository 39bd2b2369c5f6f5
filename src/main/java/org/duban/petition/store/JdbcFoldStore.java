package org.duban.petition.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.duban.kernel.CaseNo;
import org.duban.petition.FoldStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Main letters and the repeats that go along with them. */
@Repository
class JdbcFoldStore implements FoldStore {

    private final JdbcClient db;

    JdbcFoldStore(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Optional<CaseNo> mainOf(CaseNo no) {
        return db.sql("select main_no from petition_fold where no = :no and answered_at is null")
                .param("no", no.value())
                .query(String.class)
                .optional()
                .map(CaseNo::of);
    }

    @Override
    public List<CaseNo> waiting(CaseNo main) {
        return numbers("select no from petition_fold where main_no = :main and answered_at is null order by no", main);
    }

    @Override
    public List<CaseNo> answered(CaseNo main) {
        return numbers(
                "select no from petition_fold where main_no = :main and answered_at is not null order by no", main);
    }

    private List<CaseNo> numbers(String sql, CaseNo main) {
        return db.sql(sql).param("main", main.value()).query(String.class).list().stream()
                .map(CaseNo::of)
                .toList();
    }

    @Override
    public void add(CaseNo no, CaseNo main, Instant at) {
        db.sql("""
                insert into petition_fold (no, main_no, folded_at) values (:no, :main, :at)
                on conflict (no) do update set main_no = :main, folded_at = :at, answered_at = null""")
                .param("no", no.value())
                .param("main", main.value())
                .param("at", Rows.at(at))
                .update();
    }

    @Override
    public void remove(CaseNo no) {
        db.sql("delete from petition_fold where no = :no")
                .param("no", no.value())
                .update();
    }

    @Override
    public void answered(CaseNo no, Instant at) {
        db.sql("update petition_fold set answered_at = :at where no = :no")
                .param("no", no.value())
                .param("at", Rows.at(at))
                .update();
    }
}
