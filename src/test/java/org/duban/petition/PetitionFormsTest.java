package org.duban.petition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The forms of a letter and the commands they file, held together by name. */
class PetitionFormsTest {

    private static final Map<String, Class<?>> COMMANDS = Map.ofEntries(
            Map.entry("dispatch-petition", PetitionCommand.DispatchPetition.class),
            Map.entry("sign-for-petition", PetitionCommand.SignFor.class),
            Map.entry("arbitrate-petition", PetitionCommand.ArbitrateReturn.class),
            Map.entry("appoint-unit", PetitionCommand.DecideUnit.class),
            Map.entry("investigate", PetitionCommand.FileFindings.class),
            Map.entry("sign-findings", PetitionCommand.HeadSign.class),
            Map.entry("combine-answer", PetitionCommand.CombineAnswer.class),
            Map.entry("review-answer", PetitionCommand.Review.class),
            Map.entry("report-progress", PetitionCommand.ReportProgress.class),
            Map.entry("assess-progress", PetitionCommand.FollowUp.class),
            Map.entry("call-back", PetitionCommand.CallBack.class),
            Map.entry("take-up-case", PetitionCommand.TakeUp.class),
            Map.entry("conclude-case", PetitionCommand.Conclude.class));

    static List<Path> forms() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("forms/petition"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void fieldsAreTheCommands(Path form) throws IOException {
        Class<?> command = COMMANDS.get(form.getFileName().toString().replace(".html", ""));
        Set<String> components = Arrays.stream(command.getRecordComponents())
                .map(component -> component.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(found(form, "data-field=\"(\\w+)\"")).isEqualTo(components);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whatAFieldDependsOnIsOffered(Path form) throws IOException {
        Set<String> offered = found(form, "type=\"radio\" value=\"(\\w+)\"");
        found(form, "data-(?:missing-)?when=\"\\w+=([\\w,]+)\"")
                .forEach(values -> assertThat(offered).contains(values.split(",")));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void panelsAndStartingValuesAreThePetitionKits(Path form) throws IOException {
        String kit = Files.readString(Path.of("src/main/resources/static/assets/forms/petition.js"));
        found(form, "petition-(\\w+)[ \"]").stream()
                .filter(name -> !name.equals("shares"))
                .forEach(name -> assertThat(kit).contains("function " + name + "("));
        found(form, "petition\\.(\\w+)").stream()
                .filter(name -> !name.equals("js"))
                .forEach(name -> assertThat(kit).contains("function " + name + "("));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void nothingIsWrittenThatTasklistsPolicyBlocks(Path form) throws IOException {
        String html = Files.readString(form);
        assertThat(html.split("<form ", -1)).as("one form").hasSize(2);
        assertThat(html).doesNotContainPattern("\\son\\w+=|javascript:|https?://|alert\\(|confirm\\(");
        assertThat(html).as("braces would be expressions of Tasklist").doesNotContain("{{");
    }

    private static Set<String> found(Path form, String pattern) throws IOException {
        Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(form));
        Set<String> found = new TreeSet<>();
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
