package org.duban;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * A test on the whole application: real engine, real models, an own fresh PostgreSQL, the sample city's units and people
 * but none of its problems, listening on a port. The job executor is off: tests execute jobs by hand and move the clock
 * themselves. All such tests share one application, because a JVM holds one engine of a name; so each test makes its own
 * cases and asserts on those alone, and puts the clock back.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "duban.folder=target/test-city/${random.uuid}",
            "duban.postgres.binaries=target/postgres-binaries",
            "duban.postgres.durable=false",
            "duban.sample-city.problems=false",
            "camunda.bpm.job-execution.enabled=false",
            // Nobody listens there until a test opens a mail server; and its webhooks are on this machine.
            "spring.mail.host=127.0.0.1",
            "spring.mail.port=${random.int[20000,30000]}",
            "duban.notice.mail-from=duban@example.gov.cn",
            "duban.notice.local-webhooks=true",
        })
@AutoConfigureMockMvc
public @interface DubanTest {}
