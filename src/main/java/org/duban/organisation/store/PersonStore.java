package org.duban.organisation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.kernel.UnitCode;
import org.duban.organisation.Person;
import org.duban.organisation.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes people and their roles. */
@Repository
public class PersonStore {

    private static final String SELECT = """
            select p.username, p.full_name, p.unit_code, p.active,
                   coalesce(array_agg(r.role order by r.role) filter (where r.role is not null), '{}') as roles
              from person p left join person_role r on r.username = p.username
            """;

    private final JdbcClient jdbc;

    PersonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Person> all() {
        return jdbc.sql(SELECT + " group by p.username order by p.username")
                .query(PersonStore::person)
                .list();
    }

    public Optional<Person> byUsername(String username) {
        return jdbc.sql(SELECT + " where p.username = :username group by p.username")
                .param("username", username)
                .query(PersonStore::person)
                .optional();
    }

    /** Writes the person as given; running twice changes nothing. */
    public void save(Person person) {
        jdbc.sql("""
                        insert into person (username, full_name, unit_code, active)
                        values (:username, :name, :unit, :active)
                        on conflict (username) do update set full_name = excluded.full_name,
                            unit_code = excluded.unit_code, active = excluded.active""")
                .param("username", person.username())
                .param("name", person.fullName())
                .param("unit", person.unit().value())
                .param("active", person.active())
                .update();
        jdbc.sql("delete from person_role where username = :username and role <> all (:roles)")
                .param("username", person.username())
                .param("roles", person.roles().stream().map(Role::name).toArray(String[]::new))
                .update();
        for (Role role : person.roles()) {
            jdbc.sql("insert into person_role (username, role) values (:username, :role) on conflict do nothing")
                    .param("username", person.username())
                    .param("role", role.name())
                    .update();
        }
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        Set<Role> roles = Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Person(
                row.getString("username"),
                row.getString("full_name"),
                UnitCode.of(row.getString("unit_code")),
                roles,
                row.getBoolean("active"));
    }
}
