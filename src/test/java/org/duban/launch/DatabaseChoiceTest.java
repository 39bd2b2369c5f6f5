package org.duban.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class DatabaseChoiceTest {

    private final ApplicationContextRunner office = new ApplicationContextRunner()
            .withUserConfiguration(DatabaseConfiguration.class)
            .withPropertyValues("duban.folder=target/test-city/choice");

    @Test
    void productionWithoutAnAddressIsRefused() {
        assertThat(refusal("spring.profiles.active=production")).contains("DUBAN_DATABASE_URL");
    }

    @ParameterizedTest
    @CsvSource({
        "duban.database.url=jdbc:postgresql://db/duban,DUBAN_DATABASE_USER",
        "duban.database.url=jdbc:postgresql://db/duban;duban.database.user=duban,DUBAN_DATABASE_PASSWORD",
    })
    void whatIsMissingIsNamed(String settings, String variable) {
        assertThat(refusal(settings.split(";"))).contains(variable).contains("缺少设置");
    }

    @Test
    void ownerWithoutPasswordIsRefused() {
        assertThat(refusal(
                        "duban.database.url=jdbc:postgresql://db/duban",
                        "duban.database.user=app",
                        "duban.database.password=secret",
                        "duban.database.owner-user=owner"))
                .contains("DUBAN_DATABASE_OWNER_PASSWORD");
    }

    @Test
    void externalDatabaseMeansNoSampleCity() {
        office.withPropertyValues(
                        "duban.database.url=jdbc:postgresql://db/duban",
                        "duban.database.user=app",
                        "duban.database.password=secret")
                .run(context ->
                        assertThat(context.getBean(RunMode.class).sampleCity()).isFalse());
    }

    @Test
    void refusalIsPrintedAsASentenceNotAsAStackTrace() {
        FailureAnalysis analysis = new StartRefusedAnalyzer().analyze(new StartRefused("缺少设置 x"));

        assertThat(analysis.getDescription()).isEqualTo("缺少设置 x");
    }

    private String refusal(String... settings) {
        StringBuilder message = new StringBuilder();
        office.withPropertyValues(settings).run(context -> {
            Throwable failure = catchThrowable(() -> context.getBean(RunMode.class));
            assertThat(failure).isNotNull();
            Throwable cause = context.getStartupFailure();
            while (cause != null && !(cause instanceof StartRefused)) {
                cause = cause.getCause();
            }
            assertThat(cause).as("a refusal, not any failure").isNotNull();
            message.append(cause.getMessage());
        });
        return message.toString();
    }
}
