package org.duban;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** Like {@link DubanTest}, but listening on a port, for everything outside Spring MVC: engine REST, Tasklist, browsers. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "duban.folder=target/test-city/${random.uuid}",
            "duban.postgres.binaries=target/postgres-binaries",
            "duban.sample-city.problems=false",
        })
public @interface DubanServerTest {}
