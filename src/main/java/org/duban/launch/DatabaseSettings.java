package org.duban.launch;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The office's own PostgreSQL. Without a {@code url} Duban brings its own database and the sample city.
 *
 * @param url JDBC address such as {@code jdbc:postgresql://db:5432/duban}
 * @param user role that runs the application; needs no right to change tables
 * @param password its password
 * @param ownerUser role that owns the tables and migrates them; the same as {@code user} when absent
 * @param ownerPassword its password
 */
@ConfigurationProperties("duban.database")
record DatabaseSettings(String url, String user, String password, String ownerUser, String ownerPassword) {

    boolean external() {
        return present(url);
    }

    static boolean present(String value) {
        return value != null && !value.isBlank();
    }
}
