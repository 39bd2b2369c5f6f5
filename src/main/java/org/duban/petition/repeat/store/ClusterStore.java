package org.duban.petition.repeat.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.petition.repeat.Cluster;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Clusters and who belonged to them from when to when. */
@Repository
public class ClusterStore {

    private final JdbcClient db;

    ClusterStore(JdbcClient db) {
        this.db = db;
    }

    public long open(CaseNo main, Actor by, Instant at) {
        return db.sql("""
                        insert into petition_cluster (main_no, opened_at, opened_by, opened_by_name)
                        values (:main, :at, :by, :name) returning id""")
                .param("main", main.value())
                .param("at", PairStore.at(at))
                .param("by", by.username())
                .param("name", by.name())
                .query(Long.class)
                .single();
    }

    public void join(long cluster, CaseNo no, Actor by, Instant at) {
        db.sql("""
                insert into petition_cluster_member (cluster_id, no, joined_at, joined_by, joined_by_name)
                values (:cluster, :no, :at, :by, :name) on conflict (no) where left_at is null do nothing""")
                .param("cluster", cluster)
                .param("no", no.value())
                .param("at", PairStore.at(at))
                .param("by", by.username())
                .param("name", by.name())
                .update();
    }

    public void leave(CaseNo no, String reason, Actor by, Instant at) {
        db.sql("""
                update petition_cluster_member set left_at = :at, left_by = :by, left_by_name = :name,
                       left_reason = :reason where no = :no and left_at is null""")
                .param("no", no.value())
                .param("reason", reason)
                .param("at", PairStore.at(at))
                .param("by", by.username())
                .param("name", by.name())
                .update();
    }

    public void main(long cluster, CaseNo no) {
        db.sql("update petition_cluster set main_no = :no where id = :id")
                .param("no", no.value())
                .param("id", cluster)
                .update();
    }

    /** The cluster the letter is in now. */
    public Optional<Cluster> of(CaseNo no) {
        return db.sql("select cluster_id from petition_cluster_member where no = :no and left_at is null")
                .param("no", no.value())
                .query(Long.class)
                .optional()
                .flatMap(this::find);
    }

    public Optional<Cluster> find(long id) {
        List<Cluster.Member> members = db.sql(
                        "select * from petition_cluster_member where cluster_id = :id order by id")
                .param("id", id)
                .query((row, n) -> new Cluster.Member(
                        CaseNo.of(row.getString("no")),
                        PairStore.instant(row, "joined_at"),
                        row.getString("joined_by_name"),
                        PairStore.instant(row, "left_at"),
                        row.getString("left_by_name"),
                        row.getString("left_reason")))
                .list();
        return db.sql("select * from petition_cluster where id = :id")
                .param("id", id)
                .query((row, n) -> new Cluster(
                        row.getLong("id"),
                        CaseNo.of(row.getString("main_no")),
                        PairStore.instant(row, "opened_at"),
                        row.getString("opened_by_name"),
                        members))
                .optional();
    }

    /** The newest first, before the one named. */
    public List<Long> newest(long before, int size) {
        return db.sql("select id from petition_cluster where id < :before order by id desc limit :size")
                .param("before", before)
                .param("size", size)
                .query(Long.class)
                .list();
    }

    /** Whether it was not proposed for this letter before. */
    public boolean proposeLookBack(CaseNo problem, CaseNo letter, long cluster, Instant at) {
        return db.sql("""
                        insert into petition_look_back (problem_no, no, cluster_id, proposed_at)
                        values (:problem, :no, :cluster, :at) on conflict do nothing""")
                        .param("problem", problem.value())
                        .param("no", letter.value())
                        .param("cluster", cluster)
                        .param("at", PairStore.at(at))
                        .update()
                == 1;
    }

    /** Problems that were proposed for a look-back because of this cluster. */
    public List<String> lookBacks(long cluster) {
        return db.sql("select distinct problem_no from petition_look_back where cluster_id = :id order by problem_no")
                .param("id", cluster)
                .query(String.class)
                .list();
    }
}
