package org.duban.launch;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.kernel.UnitCode;
import org.duban.organisation.People;
import org.duban.organisation.Person;
import org.duban.organisation.Role;
import org.duban.organisation.Unit;
import org.duban.organisation.UnitKind;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The sample city's units and people. Only ever loaded beside the embedded database. */
@Component
class SampleOrganisation {

    static final String PASSWORD = "duban";

    private final People people;

    SampleOrganisation(People people) {
        this.people = people;
    }

    void load() {
        List<Unit> units =
                rows("sample/units.csv").map(SampleOrganisation::unit).toList();
        people.saveUnits(units);
        List<Person> missing = rows("sample/people.csv")
                .map(SampleOrganisation::person)
                .filter(person -> people.byUsername(person.username()).isEmpty())
                .toList();
        // Somebody's changed password or roles must survive a restart: only new accounts are made.
        people.save(missing, PASSWORD);
    }

    private static Unit unit(NamedCsvRecord row) {
        String parent = row.getField("parent_code");
        String division = row.getField("division_code");
        return new Unit(
                UnitCode.of(row.getField("code")),
                row.getField("name"),
                row.getField("short_name"),
                UnitKind.valueOf(row.getField("kind").toUpperCase(Locale.ROOT)),
                division.isEmpty() ? null : division,
                parent.isEmpty() ? null : UnitCode.of(parent),
                LocalDate.parse(row.getField("valid_from")),
                null,
                split(row.getField("aliases")));
    }

    private static Person person(NamedCsvRecord row) {
        return new Person(
                row.getField("username"),
                row.getField("full_name"),
                UnitCode.of(row.getField("unit_code")),
                split(row.getField("roles")).stream()
                        .map(role -> Role.valueOf(role.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                true);
    }

    private static List<String> split(String list) {
        return Arrays.stream(list.split("\\|")).filter(part -> !part.isBlank()).toList();
    }

    static Stream<NamedCsvRecord> rows(String resource) {
        try (var csv = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        new ClassPathResource(resource).getInputStream(), StandardCharsets.UTF_8))) {
            return csv.stream().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
