package org.duban.launch.store;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the sample city remembers about itself. */
@Repository
public class CitySettings {

    private final JdbcClient jdbc;

    CitySettings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<String> get(String name) {
        return jdbc.sql("select value from city_setting where name = :name")
                .param("name", name)
                .query(String.class)
                .optional();
    }

    public void set(String name, String value) {
        jdbc.sql("""
                        insert into city_setting (name, value) values (:name, :value)
                        on conflict (name) do update set value = excluded.value""").param("name", name).param("value", value).update();
    }
}
