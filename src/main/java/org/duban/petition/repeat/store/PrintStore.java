package org.duban.petition.repeat.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.duban.kernel.CaseNo;
import org.duban.petition.repeat.Sight;
import org.duban.petition.repeat.TextPrint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What letters are compared by, found by rare pairs of characters. */
@Repository
public class PrintStore {

    /** The question whose plan the benchmark shows. */
    public static final String CANDIDATES =
            "select * from petition_print where pairs && :rare and no <> :no limit :most";

    private static final String OF_BATCH = """
            select f.* from petition_batch b
              join petition p on p.batch_id = b.id
              join petition_print f on f.no = p.no
             where b.inspection = :inspection and b.ordinal = :batch and f.no <> :no""";

    private final JdbcClient db;

    PrintStore(JdbcClient db) {
        this.db = db;
    }

    public void add(Sight sight) {
        db.sql("""
                insert into petition_print (no, pairs, places, firms, types, district, received_on)
                values (:no, :pairs, :places, :firms, :types, :district, :day) on conflict (no) do nothing""")
                .param("no", sight.no().value())
                .param("pairs", sight.print().pairs())
                .param("places", array(sight.places()))
                .param("firms", array(sight.firms()))
                .param("types", array(sight.types()))
                .param("district", sight.district())
                .param("day", sight.receivedOn())
                .update();
    }

    /** Letters that have one of the pairs. */
    public List<Sight> withOneOf(int[] rare, CaseNo except, int most) {
        return db.sql(CANDIDATES)
                .param("rare", rare)
                .param("no", except.value())
                .param("most", most)
                .query(PrintStore::sight)
                .list();
    }

    public List<Sight> of(List<CaseNo> numbers) {
        return db.sql("select * from petition_print where no = any(:numbers) order by no")
                .param("numbers", numbers.stream().map(CaseNo::value).toArray(String[]::new))
                .query(PrintStore::sight)
                .list();
    }

    public List<Sight> ofBatch(String inspection, int batch, CaseNo except) {
        return db.sql(OF_BATCH)
                .param("inspection", inspection)
                .param("batch", batch)
                .param("no", except.value())
                .query(PrintStore::sight)
                .list();
    }

    /** About how many letters there are. */
    public long letters() {
        return db.sql("select coalesce(max(seq), 0) from petition_print")
                .query(Long.class)
                .single();
    }

    /** The pairs of so many letters, evenly spread over all. */
    public List<int[]> sample(long letters, int size) {
        long step = Math.max(1, letters / size);
        return db.sql("""
                        select f.pairs from generate_series(1, cast(:letters as bigint), cast(:step as bigint)) as s (seq)
                          join petition_print f on f.seq = s.seq""")
                .param("letters", letters)
                .param("step", step)
                .query((row, n) -> ints(row.getArray("pairs")))
                .list();
    }

    private static Sight sight(ResultSet row, int n) throws SQLException {
        return new Sight(
                CaseNo.of(row.getString("no")),
                new TextPrint(ints(row.getArray("pairs"))),
                texts(row.getArray("places")),
                texts(row.getArray("firms")),
                texts(row.getArray("types")),
                row.getString("district"),
                row.getObject("received_on", LocalDate.class));
    }

    private static int[] ints(Array array) throws SQLException {
        Integer[] boxed = (Integer[]) array.getArray();
        int[] plain = new int[boxed.length];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = boxed[i];
        }
        return plain;
    }

    static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }
}
