package org.duban.organisation;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in units and people as CSV: all rows or none, with an answer for each row that is wrong. */
@Service
public class OrganisationFile {

    private static final List<String> UNIT_COLUMNS =
            List.of("code", "name", "short_name", "kind", "division_code", "parent_code", "valid_from", "aliases");
    private static final List<String> PEOPLE_COLUMNS = List.of("username", "full_name", "unit_code", "roles");
    private static final int MAX_ROWS = 20_000;

    private final People people;
    private final Units units;
    private final Personnel personnel;

    OrganisationFile(People people, Units units, Personnel personnel) {
        this.people = people;
        this.units = units;
        this.personnel = personnel;
    }

    /** A row that cannot be taken in; {@code row} counts as a spreadsheet does, the header being row 1. */
    public record RowError(long row, String message) {}

    /**
     * What came of a file; with errors nothing was saved.
     *
     * @param passwords of new accounts by account, to be shown once
     */
    public record Outcome(int rows, List<RowError> errors, Map<String, String> passwords) {}

    @Transactional
    public Outcome importUnits(byte[] file) {
        List<RowError> errors = new ArrayList<>();
        List<NamedCsvRecord> rows = rows(file);
        if (UnitDirectory.fits(rows.get(0).getHeader())) {
            return importDirectory(rows);
        }
        require(rows, UNIT_COLUMNS);
        Set<String> codes =
                rows.stream().map(row -> row.getField("code").strip()).collect(Collectors.toSet());
        units.all().forEach(unit -> codes.add(unit.code().value()));
        List<Unit> read = each(rows, "code", errors, row -> unit(row, codes));
        if (errors.isEmpty()) {
            people.saveUnits(parentsFirst(read));
        }
        return new Outcome(rows.size(), errors, Map.of());
    }

    private Outcome importDirectory(List<NamedCsvRecord> rows) {
        List<RowError> errors = new ArrayList<>();
        UnitDirectory directory = new UnitDirectory(units.all());
        List<Unit> read = new ArrayList<>();
        for (NamedCsvRecord row : rows) {
            try {
                read.add(directory.unit(row));
            } catch (Refusal refusal) {
                errors.add(new RowError(row.getStartingLineNumber(), refusal.getMessage()));
            }
        }
        if (errors.isEmpty()) {
            people.saveUnits(parentsFirst(read));
        }
        return new Outcome(rows.size(), errors, Map.of());
    }

    @Transactional
    public Outcome importPeople(byte[] file) {
        List<RowError> errors = new ArrayList<>();
        List<NamedCsvRecord> rows = rows(file);
        require(rows, PEOPLE_COLUMNS);
        List<Person> read = each(rows, "username", errors, row -> {
            Person person = person(row);
            personnel.check(person);
            return person;
        });
        Map<String, String> passwords = new LinkedHashMap<>();
        if (errors.isEmpty()) {
            read.forEach(person -> {
                String password = personnel.save(person);
                if (password != null) {
                    passwords.put(person.username(), password);
                }
            });
        }
        return new Outcome(rows.size(), errors, passwords);
    }

    private static <T> List<T> each(
            List<NamedCsvRecord> rows, String key, List<RowError> errors, Function<NamedCsvRecord, T> reader) {
        List<T> read = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (NamedCsvRecord row : rows) {
            try {
                if (!seen.add(row.getField(key).strip())) {
                    throw new Refusal(key, "“" + row.getField(key) + "”在文件中出现了两次，请只保留一行。");
                }
                read.add(reader.apply(row));
            } catch (Refusal refusal) {
                errors.add(new RowError(row.getStartingLineNumber(), refusal.getMessage()));
            }
        }
        return read;
    }

    private Unit unit(NamedCsvRecord row, Set<String> codes) {
        String parent = row.getField("parent_code").strip();
        if (!parent.isEmpty() && !codes.contains(parent)) {
            throw new Refusal("parent_code", "上级单位代码“" + parent + "”不存在，请先添加上级单位或改正代码。");
        }
        String division = row.getField("division_code").strip();
        UnitCode code = UnitCode.of(row.getField("code").strip());
        LocalDate until = units.byCode(code).map(Unit::validTo).orElse(null);
        return new Unit(
                code,
                filled(row, "name", "单位名称"),
                filled(row, "short_name", "简称"),
                word(UnitKind.class, row.getField("kind"), "单位类型"),
                division.isEmpty() ? null : division,
                parent.isEmpty() ? null : UnitCode.of(parent),
                date(row.getField("valid_from")),
                until,
                split(row.getField("aliases")));
    }

    private Person person(NamedCsvRecord row) {
        String username = row.getField("username").strip();
        Set<Role> roles = split(row.getField("roles")).stream()
                .map(role -> word(Role.class, role, "角色"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        boolean active = people.byUsername(username).map(Person::active).orElse(true);
        return new Person(
                username,
                filled(row, "full_name", "姓名"),
                UnitCode.of(row.getField("unit_code").strip()),
                roles,
                active);
    }

    /** A unit's row may stand above its parent's; the table wants the parent first. */
    private static List<Unit> parentsFirst(List<Unit> read) {
        List<Unit> left = new ArrayList<>(read);
        List<Unit> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            Set<UnitCode> waiting = left.stream().map(Unit::code).collect(Collectors.toSet());
            List<Unit> next = left.stream()
                    .filter(unit -> unit.parent() == null || !waiting.contains(unit.parent()))
                    .toList();
            if (next.isEmpty()) {
                throw new Refusal("parent_code", "上级单位互相指向，形成了循环：" + left.get(0).code() + "。请改正上级单位代码。");
            }
            ordered.addAll(next);
            left.removeAll(next);
        }
        return ordered;
    }

    private static String filled(NamedCsvRecord row, String column, String label) {
        String value = row.getField(column).strip();
        if (value.isEmpty()) {
            throw new Refusal(column, label + "（" + column + "）不能为空，请填写。");
        }
        return value;
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new Refusal("valid_from", "启用日期“" + text + "”无法识别，应如 2026-01-01。");
        }
    }

    private static <E extends Enum<E>> E word(Class<E> type, String text, String label) {
        String wanted = text.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new Refusal(label + "“" + text + "”不对，可用的有 "
                        + Arrays.stream(type.getEnumConstants())
                                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining("、"))
                        + "。"));
    }

    private static List<String> split(String list) {
        return Arrays.stream(list.split("\\|"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static List<NamedCsvRecord> rows(byte[] file) {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(text(file))) {
            List<NamedCsvRecord> rows = csv.stream().limit(MAX_ROWS + 1L).toList();
            if (rows.isEmpty()) {
                throw new Refusal("file", "文件里没有数据行。第一行应为列名，从第二行起每行一个单位或人员。");
            }
            if (rows.size() > MAX_ROWS) {
                throw new Refusal("file", "一次最多导入 " + MAX_ROWS + " 行，请拆分后导入。");
            }
            return rows;
        } catch (CsvParseException | IOException e) {
            throw new Refusal("file", "文件不是可读的 CSV，请在表格软件中另存为“CSV（逗号分隔）”后重试。");
        }
    }

    private static void require(List<NamedCsvRecord> rows, List<String> columns) {
        List<String> missing = columns.stream()
                .filter(column -> !rows.get(0).getHeader().contains(column))
                .toList();
        if (!missing.isEmpty()) {
            throw new Refusal(
                    "file", "缺少列 " + String.join("、", missing) + "。第一行应为列名：" + String.join(",", columns) + "。");
        }
    }

    /** UTF-8 with or without mark; what is not valid UTF-8 is taken as GB 18030, as spreadsheet programs write it. */
    private static String text(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return new String(file, Charset.forName("GB18030"));
        }
    }
}
