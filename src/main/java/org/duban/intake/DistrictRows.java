package org.duban.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duban.intake.DistrictColumn.Kind;
import org.duban.intake.sheet.SheetRow;
import org.duban.petition.Ordinals;

/** Reads one line of a batch's statistics: a district, its letters, and how many of them are of each kind. */
final class DistrictRows {

    /**
     * A line, or what is wrong with it.
     *
     * @param ordinal the batch the line itself names; null when the title says it for all
     * @param total whether it is the line that adds the others up
     * @param sum what stands under 合计; null when nothing does
     */
    record Line(
            int row,
            Integer ordinal,
            boolean total,
            String district,
            BigDecimal letters,
            Integer calls,
            Integer mails,
            Integer starred,
            Map<String, BigDecimal> types,
            BigDecimal sum,
            List<RowError> errors) {

        BigDecimal typed() {
            return types.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    private static final Pattern TOTAL = Pattern.compile("^(?:合计|总计|小计|共计|全市合计|全市|泉州市?合计)$");
    private static final Pattern CITY_ITSELF = Pattern.compile("^(?:市直|市本级|市级|其他).*");
    private static final Pattern STARRED = Pattern.compile("重点(?:件)?(\\d{1,4})");

    private final Headings<DistrictColumn> headings;
    private final UnitNames units;

    DistrictRows(Headings<DistrictColumn> headings, UnitNames units) {
        this.headings = headings;
        this.units = units;
    }

    Line read(SheetRow row) {
        List<RowError> errors = new ArrayList<>();
        String written = Text.key(headings.text(row, DistrictColumn.DISTRICT));
        String district = Text.withoutBrackets(written);
        boolean total = TOTAL.matcher(Text.fold(district)).matches();
        if (!total) {
            known(row, district, errors);
        }
        Map<String, BigDecimal> types = new LinkedHashMap<>();
        headings.places().keySet().stream()
                .filter(column -> column.kind() == Kind.TYPE)
                .forEach(column -> number(row, column, errors)
                        .filter(count -> count.signum() > 0)
                        .ifPresent(count -> types.merge(column.type(), count, BigDecimal::add)));
        BigDecimal sum = number(row, DistrictColumn.SUM, errors).orElse(null);
        BigDecimal letters = headings.has(DistrictColumn.LETTERS)
                ? number(row, DistrictColumn.LETTERS, errors).orElse(BigDecimal.ZERO)
                : sum;
        return new Line(
                row.number(),
                Ordinals.read(Text.clean(headings.text(row, DistrictColumn.BATCH)))
                        .orElse(null),
                total,
                district,
                letters,
                whole(row, DistrictColumn.CALLS, errors),
                whole(row, DistrictColumn.MAILS, errors),
                starred(row, errors),
                types,
                sum,
                List.copyOf(errors));
    }

    /** Its own column, or said in brackets behind the number: 12（重点2）. */
    private Integer starred(SheetRow row, List<RowError> errors) {
        if (headings.has(DistrictColumn.STARRED)) {
            return whole(row, DistrictColumn.STARRED, errors);
        }
        Matcher said = STARRED.matcher(
                Text.key(headings.text(row, DistrictColumn.LETTERS) + headings.text(row, DistrictColumn.DISTRICT)));
        return said.find() ? Integer.valueOf(said.group(1)) : null;
    }

    private void known(SheetRow row, String district, List<RowError> errors) {
        if (district.isEmpty()) {
            errors.add(error(row, DistrictColumn.DISTRICT, "没有写明县（市、区）", "请填写县（市、区），合计行请写“合计”。"));
        } else if (units.find(district).isEmpty()
                && !CITY_ITSELF.matcher(district).matches()) {
            errors.add(error(
                    row,
                    DistrictColumn.DISTRICT,
                    "“" + Text.shorten(district, 20) + "”不是本市的县（市、区）或单位",
                    "请核对名称；外地的不要放在本市的批次统计表里。"));
        }
    }

    private Integer whole(SheetRow row, DistrictColumn column, List<RowError> errors) {
        Optional<BigDecimal> number = number(row, column, errors);
        if (number.isPresent() && number.get().stripTrailingZeros().scale() > 0) {
            errors.add(error(row, column, "应是整数件数", "请填整数，没有的留空。"));
            return null;
        }
        return number.map(BigDecimal::intValue).orElse(null);
    }

    private Optional<BigDecimal> number(SheetRow row, DistrictColumn column, List<RowError> errors) {
        String written =
                Text.withoutBrackets(Text.key(headings.text(row, column))).replaceAll("件$", "");
        if (written.isEmpty() || written.matches("[-—/]+")) {
            return Optional.empty();
        }
        if (!written.matches("\\d{1,5}(?:\\.\\d{1,2})?")) {
            errors.add(error(
                    row,
                    column,
                    "“" + Text.shorten(Text.clean(headings.text(row, column)), 20) + "”不是件数",
                    "请填数字，共办的可填 0.5 这样的小数，没有的留空。"));
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(written));
    }

    RowError error(SheetRow row, DistrictColumn column, String fault, String remedy) {
        return new RowError(
                row.number(),
                headings.nameOf(column, column.label()),
                Text.shorten(headings.text(row, column), 200),
                fault,
                remedy);
    }
}
