package org.duban.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The forms of a card's tasks and the commands they file, held together by name. */
class CardFormsTest {

    private static final Path FOLDER = Path.of("forms/card");
    private static final Path SCRIPT = Path.of("src/main/resources/static/assets/forms/cards.js");
    private static final Map<String, Class<? extends CardCommand>> COMMANDS = Map.of(
            "review-card", CardCommand.Review.class,
            "approve-card", CardCommand.Approve.class,
            "sign-for-card", CardCommand.SignFor.class,
            "reply-to-card", CardCommand.ReplyTo.class,
            "check-card-reply", CardCommand.CheckReply.class,
            "apply-for-lifting", CardCommand.ApplyForLifting.class,
            "check-lifting", CardCommand.CheckSite.class,
            "approve-lifting", CardCommand.ApproveLifting.class,
            "decide-card-objection", CardCommand.DecideObjection.class,
            "carry-out-consequence", CardCommand.CarryOut.class);

    static List<Path> forms() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @Test
    void everyFormHasItsCommand() throws IOException {
        assertThat(forms()).extracting(CardFormsTest::name).containsExactlyInAnyOrderElementsOf(COMMANDS.keySet());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void fieldsAreTheCommands(Path form) throws IOException {
        Set<String> components = Arrays.stream(COMMANDS.get(name(form)).getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        assertThat(found(form, "data-field=\"(\\w+)\"")).isEqualTo(components);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void consequencesAndHelpersAreKnown(Path form) throws IOException {
        Set<String> kinds =
                Arrays.stream(ConsequenceKind.values()).map(Enum::name).collect(Collectors.toSet());
        found(form, "data-consequence=\"([\\w ]+)\"").stream()
                .flatMap(words -> Arrays.stream(words.split(" ")))
                .forEach(word -> assertThat(kinds).contains(word));
        String script = Files.readString(SCRIPT);
        assertThat(found(form, "cards\\.(?!js)(\\w+)"))
                .contains("load")
                .allMatch(name -> script.contains("export function " + name + "(")
                        || script.contains("export async function " + name + "("));
        assertThat(Files.readString(form)).doesNotContainPattern("\\son\\w+=|javascript:|https?://");
    }

    private static String name(Path form) {
        return form.getFileName().toString().replace(".html", "");
    }

    private static Set<String> found(Path form, String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(form))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }
}
