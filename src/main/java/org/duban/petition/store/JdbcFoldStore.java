package org.duban.petition.store;

import java.time.Instant;
import java.util.List;
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
    public List<CaseNo> waiting(CaseNo main) {
        return db
                .sql("select no from petition_fold where main_no = :main order by no")
                .param("main", main.value())
                .query(String.class)
                .list()
                .stream()
                .map(CaseNo::of)
                .toList();
    }

    @Override
    public void put(CaseNo no, CaseNo main, Instant at) {
        db.sql("""
                insert into petition_fold (no, main_no, folded_at) values (:no, :main, :at)
                on conflict (no) do update set main_no = :main""")
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
}
