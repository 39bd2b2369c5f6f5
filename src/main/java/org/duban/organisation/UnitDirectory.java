package org.duban.organisation;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;

/**
 * Reads a list of units as an office keeps one: category, full name, short name and, where there is one, the division
 * code. A unit already known under one of its names keeps its code and its own entry and gains the new names; others get
 * their division code or the next free code of the city.
 */
final class UnitDirectory {

    private static final Map<String, String> COLUMNS = Map.of(
            "类别", "category",
            "单位类别", "category",
            "全称", "full_name",
            "单位名称", "full_name",
            "简称", "short_name",
            "区划代码", "division_code",
            "备注", "kind_note");
    private static final LocalDate SINCE_EVER = LocalDate.of(2001, 1, 1);
    private static final int FIRST_FREE = 10;

    private final Map<String, Unit> known = new HashMap<>();
    private final Set<String> codes = new HashSet<>();
    private String city;

    UnitDirectory(List<Unit> present) {
        for (Unit unit : present) {
            codes.add(unit.code().value());
            unit.aliases().forEach(alias -> known.putIfAbsent(alias, unit));
            known.put(Folding.fold(unit.shortName()), unit);
            known.put(Folding.fold(unit.name()), unit);
            if (unit.kind() == UnitKind.CITY) {
                city = unit.code().value();
            }
        }
    }

    /** True when the header is that of an office's list rather than of our own file. */
    static boolean fits(List<String> header) {
        List<String> names = header.stream().map(UnitDirectory::column).toList();
        return !names.contains("code") && names.contains("category") && names.contains("full_name");
    }

    /** @throws Refusal when the row names no unit or no known category */
    Unit unit(NamedCsvRecord row) {
        String name = field(row, "full_name");
        String shortName = field(row, "short_name");
        if (name.isEmpty()) {
            throw new Refusal("full_name", "单位全称不能为空，请填写。");
        }
        Optional<Unit> present = present(name).or(() -> present(shortName));
        return present.map(unit -> withNames(unit, name, shortName)).orElseGet(() -> created(row, name, shortName));
    }

    private Optional<Unit> present(String name) {
        return name.isEmpty() ? Optional.empty() : Optional.ofNullable(known.get(Folding.fold(name)));
    }

    private static Unit withNames(Unit unit, String... names) {
        Set<String> aliases = new LinkedHashSet<>(unit.aliases());
        for (String name : names) {
            if (!name.isEmpty() && !name.equals(unit.name()) && !name.equals(unit.shortName())) {
                aliases.add(Folding.fold(name));
            }
        }
        return new Unit(
                unit.code(),
                unit.name(),
                unit.shortName(),
                unit.kind(),
                unit.divisionCode(),
                unit.parent(),
                unit.validFrom(),
                unit.validTo(),
                new ArrayList<>(aliases));
    }

    private Unit created(NamedCsvRecord row, String name, String shortName) {
        String division = field(row, "division_code");
        String note = field(row, "kind_note");
        UnitKind kind = kind(field(row, "category"), division, note);
        UnitCode code = UnitCode.of(division.isEmpty() ? free() : division);
        codes.add(code.value());
        if (kind == UnitKind.CITY) {
            city = code.value();
        }
        UnitCode parent = city == null || kind == UnitKind.CITY ? null : UnitCode.of(city);
        Unit unit = new Unit(
                code,
                name,
                shortName.isEmpty() ? name : shortName,
                kind,
                division.isEmpty() ? null : division,
                parent,
                SINCE_EVER,
                // Known by name in papers, but never handed any work.
                note.contains("不参与交办") ? SINCE_EVER.plusDays(1) : null,
                List.of());
        known.put(Folding.fold(unit.name()), unit);
        known.put(Folding.fold(unit.shortName()), unit);
        return unit;
    }

    private static UnitKind kind(String category, String division, String note) {
        return switch (category) {
            case "属地" -> note.startsWith("设区市") ? UnitKind.CITY : division.isEmpty() ? UnitKind.ZONE : UnitKind.COUNTY;
            case "设区市" -> UnitKind.CITY;
            case "县", "县(市、区)", "县（市、区）" -> UnitKind.COUNTY;
            case "开发区", "功能区" -> UnitKind.ZONE;
            case "协调机构" -> UnitKind.OFFICE;
            case "市直部门", "监督问责", "部门" -> UnitKind.DEPARTMENT;
            case "派出机构" -> UnitKind.BRANCH;
            default -> throw new Refusal("category", "单位类别“" + category + "”无法识别，可用的有 属地、开发区、协调机构、市直部门、监督问责、派出机构。");
        };
    }

    private String free() {
        String prefix = city == null ? "9999" : city;
        for (int number = FIRST_FREE; ; number++) {
            String code = "%s%02d".formatted(prefix, number);
            if (!codes.contains(code)) {
                return code;
            }
        }
    }

    private static String field(NamedCsvRecord row, String wanted) {
        List<String> header = row.getHeader();
        for (int i = 0; i < header.size(); i++) {
            if (column(header.get(i)).equals(wanted) && i < row.getFieldCount()) {
                return row.getField(i).strip();
            }
        }
        return "";
    }

    private static String column(String heading) {
        return COLUMNS.getOrDefault(heading.strip(), heading.strip());
    }
}
