package org.duban.launch;

import static org.duban.launch.DatabaseSettings.present;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.flyway.FlywayDataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.util.ClassUtils;

/** Chooses between the office's PostgreSQL and the one Duban brings along. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    private static final int POOL = 20;

    @Bean
    RunMode runMode(DatabaseSettings settings, org.springframework.core.env.Environment environment) {
        boolean production = environment.matchesProfiles("production");
        if (production && !settings.external()) {
            throw new StartRefused(
                    "缺少设置 duban.database.url(环境变量 DUBAN_DATABASE_URL):正式运行须指定 PostgreSQL 的地址，"
                            + "例如 jdbc:postgresql://db:5432/duban。 / Set DUBAN_DATABASE_URL to the address of your PostgreSQL.");
        }
        return settings.external() ? RunMode.OFFICE : RunMode.SAMPLE_CITY;
    }

    @Bean
    @Primary
    DataSource dataSource(
            RunMode mode,
            DatabaseSettings settings,
            @Value("${duban.folder}") Path folder,
            @Value("${duban.postgres.binaries:${duban.folder}/postgres/binaries}") Path binaries,
            @Value("${duban.postgres.durable:true}") boolean durable) {
        if (mode == RunMode.OFFICE) {
            return office(settings);
        }
        if (!ClassUtils.isPresent("io.zonky.test.db.postgres.embedded.EmbeddedPostgres", null)) {
            throw new StartRefused("缺少设置 duban.database.url(环境变量 DUBAN_DATABASE_URL):此安装包不带数据库，请指定 PostgreSQL 的地址。"
                    + " / This artefact brings no database: set DUBAN_DATABASE_URL.");
        }
        return EmbeddedDatabase.start(folder.toAbsolutePath().resolve("postgres"), binaries.toAbsolutePath(), durable)
                .pool(POOL);
    }

    /** Flyway works as the owner of the tables, so that the application's own role needs no DDL. */
    @Bean
    @FlywayDataSource
    @Conditional(OwnerGiven.class)
    DataSource migrationDataSource(DatabaseSettings settings) {
        require(settings.ownerPassword(), "duban.database.owner-password", "DUBAN_DATABASE_OWNER_PASSWORD", "表所有者的口令");
        HikariDataSource pool = pool(settings.url(), settings.ownerUser(), settings.ownerPassword());
        pool.setMaximumPoolSize(2);
        pool.setMinimumIdle(0);
        pool.setPoolName("duban-migration");
        return pool;
    }

    private static DataSource office(DatabaseSettings settings) {
        require(settings.user(), "duban.database.user", "DUBAN_DATABASE_USER", "数据库用户名");
        require(settings.password(), "duban.database.password", "DUBAN_DATABASE_PASSWORD", "数据库口令");
        HikariDataSource pool = pool(settings.url(), settings.user(), settings.password());
        pool.setMaximumPoolSize(POOL);
        pool.setPoolName("duban");
        return pool;
    }

    private static HikariDataSource pool(String url, String user, String password) {
        HikariDataSource pool = DataSourceBuilder.create()
                .type(HikariDataSource.class)
                .url(url)
                .username(user)
                .password(password)
                .build();
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        return pool;
    }

    private static void require(String value, String name, String variable, String what) {
        if (!present(value)) {
            throw new StartRefused(
                    "缺少设置 %s(环境变量 %s):使用外部 PostgreSQL 时须提供%s。 / Set %s.".formatted(name, variable, what, variable));
        }
    }
}
