package org.duban.intake.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.CellType;

/** Turns a workbook's cell into what the clerk sees in it. */
final class XlsxCells {

    private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*]");
    private static final BigDecimal LAST_SERIAL = BigDecimal.valueOf(2_958_465);

    private XlsxCells() {}

    static Cell of(org.dhatim.fastexcel.reader.Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return Cell.EMPTY;
        }
        return switch (cell.getType()) {
            case NUMBER -> number(cell);
            case FORMULA -> formula(cell);
            case BOOLEAN -> Cell.of(Boolean.TRUE.equals(cell.getValue()) ? "是" : "否");
            case ERROR -> error(cell.getRawValue());
            default -> Cell.of(clean(cell.getText()));
        };
    }

    private static Cell number(org.dhatim.fastexcel.reader.Cell cell) {
        BigDecimal value = new BigDecimal(cell.getRawValue());
        if (isDate(cell) && value.signum() > 0 && value.compareTo(LAST_SERIAL) <= 0) {
            LocalDate date = cell.asDate().toLocalDate();
            return Cell.of(date);
        }
        return Cell.of(plain(value));
    }

    /** Excel stores the last result beside the formula; that is what the clerk saw when saving. */
    private static Cell formula(org.dhatim.fastexcel.reader.Cell cell) {
        String raw = cell.getRawValue();
        if (raw == null || raw.isEmpty()) {
            // A text formula whose result is the empty string stores an empty value; one never computed stores none.
            return cell.getValue() == null && raw == null
                    ? Cell.faulty("=" + cell.getFormula(), "单元格是公式，文件里没有保存计算结果")
                    : Cell.EMPTY;
        }
        if (raw.startsWith("#") && raw.matches("#(REF!|VALUE!|DIV/0!|NAME\\?|N/A|NUM!|NULL!|SPILL!|CALC!)")) {
            return error(raw);
        }
        if (cell.getValue() instanceof BigDecimal) {
            return number(cell);
        }
        return Cell.of(cell.getValue() instanceof Boolean yes ? (yes ? "是" : "否") : clean(raw));
    }

    private static Cell error(String raw) {
        String shown = raw == null || raw.isEmpty() ? "#错误" : raw;
        return Cell.faulty(shown, "单元格显示错误值 " + shown);
    }

    private static boolean isDate(org.dhatim.fastexcel.reader.Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id == null) {
            return false;
        }
        boolean builtIn = id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58;
        if (builtIn || cell.getDataFormatString() == null) {
            return builtIn;
        }
        String codes =
                LITERALS.matcher(cell.getDataFormatString()).replaceAll("").toLowerCase();
        return codes.contains("y")
                || codes.contains("e") && codes.contains("m")
                || codes.contains("m") && codes.contains("d");
    }

    /** 12.0 is shown as 12; a long number never as 2.5E+13. */
    private static String plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.precision() - stripped.scale() > 30 || stripped.scale() > 30
                ? stripped.toString()
                : stripped.toPlainString();
    }

    /** Excel writes characters XML cannot hold as _x000D_. */
    private static String clean(String text) {
        return text.indexOf("_x") < 0 ? text : text.replace("_x000D_", "").replace("_x000d_", "");
    }
}
