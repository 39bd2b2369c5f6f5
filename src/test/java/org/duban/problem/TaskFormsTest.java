package org.duban.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.deadline.request.RequestCommand;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The forms of a problem and of what is asked about it, and the commands they file, held together by name. */
class TaskFormsTest {

    private static final List<Path> FORMS = List.of(Path.of("forms/problem"), Path.of("forms/deadline"));
    private static final Path KIT = Path.of("src/main/resources/static/assets/forms");

    static List<Path> forms() throws IOException {
        List<Path> forms = new ArrayList<>();
        for (Path folder : FORMS) {
            try (Stream<Path> files = Files.list(folder)) {
                forms.addAll(files.sorted().toList());
            }
        }
        return forms;
    }

    @ParameterizedTest
    @MethodSource("forms")
    void fieldsAreTheCommands(Path form) throws IOException {
        Set<String> fields = found(form, "data-field=\"(\\w+)\"");

        if (approval(form).isPresent()) {
            // One command serves every kind of request; each form offers what its kind knows.
            assertThat(components(command(form))).containsAll(fields);
            assertThat(fields).contains("decision", "reason");
        } else {
            assertThat(fields).isEqualTo(components(command(form)));
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void choicesAreTheCommands(Path form) throws IOException {
        Set<String> offered = found(form, "data-when=\"decision=([\\w,]+)\"");
        Set<String> values = found(form, "type=\"radio\" value=\"(\\w+)\"");

        assertThat(values).containsAll(offered);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void kindsAndPanelsAreTheKits(Path form) throws IOException {
        String kit = kit();

        assertThat(found(form, "data-kind=\"([\\w-]+)\""))
                .allMatch(kind -> kit.contains("'" + kind + "'") || kind.equals("choice"));
        assertThat(found(form, "data-panel=\"([\\w ]+)\"")).allMatch(names -> Arrays.stream(names.split(" "))
                .allMatch(name -> kit.contains("function " + name + "(")));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void nothingIsWrittenThatTasklistsPolicyBlocks(Path form) throws IOException {
        String html = Files.readString(form);

        assertThat(html.split("<form ", -1)).as("one form").hasSize(2);
        assertThat(html).doesNotContainPattern("\\son\\w+=|javascript:|https?://|alert\\(|confirm\\(");
        assertThat(html).as("braces would be expressions of Tasklist").doesNotContain("{{");
    }

    private static Optional<Class<?>> approval(Path form) {
        String name = form.getFileName().toString();
        return !name.matches(".*-(request|reassignment)(-by-leader)?\\.html")
                ? Optional.empty()
                : Optional.of(name.startsWith("sign-") ? RequestCommand.Sign.class : RequestCommand.Decide.class);
    }

    private static Class<?> command(Path form) {
        return approval(form).orElseGet(() -> ofProblem(form));
    }

    private static Class<?> ofProblem(Path form) {
        String name = Arrays.stream(
                        form.getFileName().toString().replace(".html", "").split("-"))
                .map(word -> word.substring(0, 1).toUpperCase() + word.substring(1))
                .collect(Collectors.joining());
        return Arrays.stream(ProblemCommand.class.getPermittedSubclasses())
                .filter(type -> type.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no command for " + form));
    }

    private static Set<String> components(Class<?> command) {
        return Arrays.stream(command.getRecordComponents())
                .map(component -> component.getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(Path form, String pattern) throws IOException {
        Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(form));
        Set<String> found = new TreeSet<>();
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static String kit() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(KIT)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".js")).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
