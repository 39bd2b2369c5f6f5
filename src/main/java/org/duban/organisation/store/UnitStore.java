package org.duban.organisation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.duban.kernel.UnitCode;
import org.duban.organisation.Folding;
import org.duban.organisation.Unit;
import org.duban.organisation.UnitKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes units; units are few (tens to hundreds), so all are read at once. */
@Repository
public class UnitStore {

    private final JdbcClient jdbc;

    UnitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Unit> all() {
        return jdbc.sql("""
                        select u.*, coalesce(a.aliases, '{}') as aliases
                          from unit u
                          left join (select unit_code, array_agg(alias order by alias) as aliases
                                       from unit_alias group by unit_code) a on a.unit_code = u.code
                         order by u.code""").query(UnitStore::unit).list();
    }

    /** Writes the unit as given; running twice changes nothing. */
    public void save(Unit unit) {
        jdbc.sql("""
                        insert into unit (code, name, short_name, kind, division_code, parent_code, valid_from, valid_to)
                        values (:code, :name, :shortName, :kind, :division, :parent, :from, :to)
                        on conflict (code) do update set name = excluded.name, short_name = excluded.short_name,
                            kind = excluded.kind, division_code = excluded.division_code,
                            parent_code = excluded.parent_code, valid_from = excluded.valid_from,
                            valid_to = excluded.valid_to""")
                .param("code", unit.code().value())
                .param("name", unit.name())
                .param("shortName", unit.shortName())
                .param("kind", unit.kind().name())
                .param("division", unit.divisionCode())
                .param("parent", unit.parent() == null ? null : unit.parent().value())
                .param("from", unit.validFrom())
                .param("to", unit.validTo())
                .update();
        for (String alias : unit.aliases()) {
            jdbc.sql("""
                            insert into unit_alias (alias, unit_code) values (:alias, :code)
                            on conflict (alias) do update set unit_code = excluded.unit_code""")
                    .param("alias", Folding.fold(alias))
                    .param("code", unit.code().value())
                    .update();
        }
    }

    private static Unit unit(ResultSet row, int number) throws SQLException {
        String parent = row.getString("parent_code");
        return new Unit(
                UnitCode.of(row.getString("code")),
                row.getString("name"),
                row.getString("short_name"),
                UnitKind.valueOf(row.getString("kind")),
                row.getString("division_code"),
                parent == null ? null : UnitCode.of(parent),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                Arrays.asList((String[]) row.getArray("aliases").getArray()));
    }
}
