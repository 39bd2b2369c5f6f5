package org.duban.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.duban.Duban;
import org.duban.journal.SwitchedRecorder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** The whole application on its own PostgreSQL, with the sample city's units and people and none of its problems. */
final class City implements AutoCloseable {

    static final Path FOLDER = Path.of("target/bench");

    private final Meter meter = new Meter();
    private final ConfigurableApplicationContext application;

    private City(Path folder) {
        BeanPostProcessor counting = new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return name.equals("dataSource") ? new CountingDataSource((DataSource) bean, meter) : bean;
            }
        };
        application = new SpringApplicationBuilder(Duban.class)
                .initializers(context -> {
                    context.getBeanFactory().addBeanPostProcessor(counting);
                    context.getBeanFactory().addBeanPostProcessor(new SwitchedRecorder.Fitter());
                })
                .run(
                        "--duban.folder=" + folder,
                        "--duban.postgres.binaries=" + FOLDER.resolve("binaries"),
                        "--duban.sample-city.problems=false",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--server.port=0");
    }

    /** An empty city. */
    static City fresh(String name) {
        try {
            FileSystemUtils.deleteRecursively(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return kept(name);
    }

    /** The city as the last run left it. */
    static City kept(String name) {
        return new City(FOLDER.resolve(name));
    }

    <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    ConfigurableApplicationContext application() {
        return application;
    }

    Meter meter() {
        return meter;
    }

    DataSource dataSource() {
        return bean(DataSource.class);
    }

    JdbcClient db() {
        return JdbcClient.create(dataSource());
    }

    int port() {
        return application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public void close() {
        application.close();
    }
}
