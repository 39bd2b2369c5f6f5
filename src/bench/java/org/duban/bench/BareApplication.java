package org.duban.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * What a newcomer gets from Camunda's own starters: web applications, REST API, an embedded PostgreSQL that keeps its
 * data, nothing else. Carries no stereotype, so that Duban's own scan does not find it.
 */
@EnableAutoConfiguration
public class BareApplication {

    public static void main(String[] folder) {
        System.setProperty("bare.folder", folder[0]);
        SpringApplication application = new SpringApplication(BareApplication.class);
        application.run(
                "--server.port=" + folder[1],
                "--spring.config.name=bare",
                "--spring.jersey.application-path=/engine-rest",
                "--camunda.bpm.admin-user.id=demo",
                "--camunda.bpm.admin-user.password=demo",
                "--camunda.bpm.history-level=full");
    }

    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres() throws IOException {
        Path folder = Path.of(System.getProperty("bare.folder")).toAbsolutePath();
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setRegisterShutdownHook(false)
                .start();
    }

    @Bean
    DataSource dataSource(EmbeddedPostgres postgres) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
        config.setUsername("postgres");
        return new HikariDataSource(config);
    }
}
