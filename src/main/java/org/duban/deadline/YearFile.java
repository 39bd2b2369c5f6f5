package org.duban.deadline;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duban.kernel.Refusal;

/**
 * Reads a year's table that an office uploads: lines of date, type and name, with or without a header, as a text editor
 * (UTF-8) or a Chinese spreadsheet program (GBK) saves them.
 */
public final class YearFile {

    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Set<String> HOLIDAY = Set.of("holiday", "放假", "休", "休息", "节假日");
    private static final Set<String> WORKDAY = Set.of("workday", "上班", "班", "调休上班", "调休", "补班");
    private static final int MOST_ROWS = 400;

    private YearFile() {}

    /** @throws Refusal naming the row that cannot be read */
    public static List<CalendarDay> read(byte[] file) {
        List<CalendarDay> days = new ArrayList<>();
        List<String> lines = text(file).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            boolean header = days.isEmpty() && line.chars().noneMatch(Character::isDigit);
            if (!line.isEmpty() && !header) {
                days.add(day(line, i + 1));
            }
            if (days.size() > MOST_ROWS) {
                throw new Refusal("file", "文件超过 " + MOST_ROWS + " 行，不像一年的放假表，请核对文件。");
            }
        }
        if (days.isEmpty()) {
            throw new Refusal("file", "文件中没有找到日期。每行应为“日期,类型,名称”，如“2026-10-01,holiday,国庆节”。");
        }
        return days;
    }

    private static CalendarDay day(String line, int row) {
        String[] cells = line.split("[,，;\t]", -1);
        if (cells.length < 3) {
            throw new Refusal("file", "第 " + row + " 行应有日期、类型、名称三列，如“2026-10-01,holiday,国庆节”。");
        }
        return new CalendarDay(date(cell(cells[0]), row), kind(cell(cells[1]), row), cell(cells[2]));
    }

    private static LocalDate date(String cell, int row) {
        Matcher matcher = DATE.matcher(cell);
        try {
            if (matcher.matches()) {
                return LocalDate.of(
                        Integer.parseInt(matcher.group(1)),
                        Integer.parseInt(matcher.group(2)),
                        Integer.parseInt(matcher.group(3)));
            }
        } catch (DateTimeException e) {
            // A day the calendar does not have gets the same answer as one that cannot be read.
        }
        throw new Refusal("file", "第 " + row + " 行的日期“" + cell + "”无法识别，应如 2026-10-01。");
    }

    private static DayKind kind(String cell, int row) {
        if (HOLIDAY.contains(cell)) {
            return DayKind.HOLIDAY;
        }
        if (WORKDAY.contains(cell)) {
            return DayKind.WORKDAY;
        }
        throw new Refusal("file", "第 " + row + " 行的类型“" + cell + "”不对，放假填 holiday，调休上班填 workday。");
    }

    private static String cell(String raw) {
        String cell = raw.strip();
        boolean quoted = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
        return quoted ? cell.substring(1, cell.length() - 1).strip() : cell;
    }

    private static String text(byte[] file) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(file, CHINESE);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
