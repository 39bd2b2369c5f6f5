package org.duban.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duban.problem.Deadline;
import org.duban.problem.DeadlineKind;
import org.duban.problem.Precision;

/**
 * Reads a time limit as lists write it: {@code 2024年12月底}, {@code 2025-12-31前}, {@code 立行立改、长期坚持}. Of several
 * dates (measures with dates of their own) the last is the problem's.
 */
public final class DeadlineText {

    /** A date with how exactly it was written. */
    private record Dated(LocalDate day, Precision precision) {}

    @FunctionalInterface
    private interface Rule {
        Dated read(Matcher found, Scan scan);
    }

    private record Token(Pattern pattern, Rule rule) {}

    private static final class Scan {
        private final LocalDate registeredOn;
        private int year;

        private Scan(LocalDate registeredOn) {
            this.registeredOn = registeredOn;
        }
    }

    private static final String END = "(?:底|末)?";
    private static final String REMEDY = "请写成“2026年12月31日”“2026年12月底”“2026年第三季度”“2026年底”“立行立改”或“长期坚持”。";
    private static final Pattern SERIAL_NUMBER = Pattern.compile("([2-7]\\d{4})(?:\\.\\d+)?");
    private static final Pattern TIME_OF_DAY = Pattern.compile("(?<=\\d)[ T]\\d{1,2}:\\d{2}(?::\\d{2})?(?!\\d)");
    private static final Pattern WORKING_DAYS = Pattern.compile("\\d+个?工作日");
    private static final Pattern NO_YEAR = Pattern.compile("(?<!\\d)\\d{1,2}月|年底|年内|季度|半年");
    private static final Pattern IMMEDIATE = Pattern.compile("立行立改|立整立改|即知即改|边督边改|(?:立即|马上|即时)(?:整改|改正|完成)?");
    private static final Pattern STANDING = Pattern.compile("(?:长期|持续|常态化?|常抓)(?:坚持|整改|推进|巩固|保持|落实|长效|不懈)?");
    private static final Pattern NOISE = Pattern.compile(
            "[\\s,、;。.:()\\[\\]~—\\-/|]|其中|整改|完成|时限|期限|之?前|以前|之?后|为?止|截[至止]|到位|到|至|于|在|须|应|并|且|和|及|全面|其余|期间|分别|限");

    private static final List<Token> DATES = List.of(
            day("(\\d{4}|\\d{2})年(\\d{1,2})月(\\d{1,2})[日号]?"),
            day("(?<!\\d)(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)日?"),
            day("(?<!\\d)(20\\d{2})([01]\\d)([0-3]\\d)(?!\\d)"),
            new Token(
                    Pattern.compile("(\\d{4}|\\d{2})年(\\d{1,2})月?[-~—至到](\\d{1,2})月(?:份)?" + END),
                    (found, scan) -> month(scan, year(found.group(1)), number(found, 3), "")),
            new Token(
                    Pattern.compile("(\\d{4}|\\d{2})年(\\d{1,2})月份?([上中下]旬|初)?" + END),
                    (found, scan) -> month(scan, year(found.group(1)), number(found, 2), found.group(3))),
            new Token(
                    Pattern.compile("(?<!\\d)(\\d{4})[-/.](\\d{1,2})(?!\\d)月?" + END),
                    (found, scan) -> month(scan, year(found.group(1)), number(found, 2), "")),
            new Token(
                    Pattern.compile("(\\d{4})年?(?:第?([1-4])季度|[Qq]([1-4]))" + END),
                    (found, scan) -> quarter(scan, year(found.group(1)), quarterOf(found))),
            new Token(
                    Pattern.compile("(\\d{4})年?([上下])半年" + END),
                    (found, scan) -> quarter(scan, year(found.group(1)), "上".equals(found.group(2)) ? 2 : 4)),
            new Token(
                    Pattern.compile("(?<!\\d)(\\d{4})(?!\\d)年?年?(?:度|内)?(?:内|底|末)?"),
                    (found, scan) -> new Dated(LocalDate.of(scan.year = year(found.group(1)), 12, 31), Precision.YEAR)),
            new Token(
                    Pattern.compile("(?<!\\d)(\\d{1,2})月(\\d{1,2})[日号]?"),
                    (found, scan) ->
                            new Dated(LocalDate.of(known(scan), number(found, 1), number(found, 2)), Precision.DAY)),
            new Token(
                    Pattern.compile("(?<!\\d)(\\d{1,2})月份?([上中下]旬|初)?" + END),
                    (found, scan) -> month(scan, known(scan), number(found, 1), found.group(2))),
            new Token(
                    Pattern.compile("(?<!\\d)(\\d{1,3})(?:天|日|个?自然日)(?:之|以)?内"),
                    (found, scan) -> new Dated(scan.registeredOn.plusDays(number(found, 1)), Precision.DAY)),
            new Token(
                    Pattern.compile("(?<!\\d)(\\d{1,2})(个?月|周)(?:之|以)?内"),
                    (found, scan) -> new Dated(
                            found.group(2).equals("周")
                                    ? scan.registeredOn.plusWeeks(number(found, 1))
                                    : scan.registeredOn.plusMonths(number(found, 1)),
                            Precision.DAY)),
            new Token(
                    Pattern.compile("半年(?:之|以)?内"),
                    (found, scan) -> new Dated(scan.registeredOn.plusMonths(6), Precision.DAY)));

    private DeadlineText() {}

    /** @param registeredOn the day that “30日内” counts from */
    static Reading<Deadline> read(String text, LocalDate registeredOn) {
        String written = Text.clean(text);
        if (written.isEmpty() || written.matches("[-—/、\\s]+")) {
            return Reading.empty();
        }
        String plain = ChineseNumerals.toDigits(
                TIME_OF_DAY.matcher(Text.halfWidth(written)).replaceAll("").replaceAll("\\s+", ""));
        Matcher serial = SERIAL_NUMBER.matcher(plain);
        if (serial.matches()) {
            LocalDate day = LocalDate.of(1899, 12, 30).plusDays(Long.parseLong(serial.group(1)));
            return Reading.of(new Deadline(DeadlineKind.DATE, day.toString(), day, Precision.DAY, false));
        }
        if (WORKING_DAYS.matcher(plain).find()) {
            return Reading.fault("整改时限“" + written + "”按工作日计，无法直接换算", "请改写成截止日期，如“2026年6月30日”。");
        }
        try {
            return read(written, plain, new Scan(registeredOn));
        } catch (DateTimeException e) {
            return Reading.fault("整改时限“" + written + "”里的日期不存在或缺少年份", REMEDY);
        }
    }

    private static Reading<Deadline> read(String written, String plain, Scan scan) {
        List<Dated> dates = new ArrayList<>();
        String rest = takeDates(plain, scan, dates);
        String withoutStanding = STANDING.matcher(rest).replaceAll("");
        String left = IMMEDIATE.matcher(withoutStanding).replaceAll("");
        boolean standing = !withoutStanding.equals(rest);
        boolean immediate = !left.equals(withoutStanding);
        if (!NOISE.matcher(left).replaceAll("").isEmpty() || dates.isEmpty() && !standing && !immediate) {
            return unreadable(written, left);
        }
        if (!dates.isEmpty()) {
            Dated last = dates.stream().max(Comparator.comparing(Dated::day)).orElseThrow();
            DeadlineKind kind = last.precision() == Precision.DAY ? DeadlineKind.DATE : DeadlineKind.PRECISION;
            return Reading.of(new Deadline(kind, written, last.day(), last.precision(), standing));
        }
        return immediate
                ? Reading.of(new Deadline(DeadlineKind.IMMEDIATE, written, null, Precision.DAY, standing))
                : Reading.of(new Deadline(DeadlineKind.STANDING, written, null, null, false));
    }

    /** Takes every date out of the text, in the order written so that “9月底” after “2026年6月” knows its year. */
    private static String takeDates(String plain, Scan scan, List<Dated> dates) {
        StringBuilder rest = new StringBuilder();
        int at = 0;
        while (at < plain.length()) {
            Dated taken = null;
            for (Token token : DATES) {
                Matcher found = token.pattern().matcher(plain).region(at, plain.length());
                found.useTransparentBounds(true);
                if (found.lookingAt()) {
                    taken = token.rule().read(found, scan);
                    at = found.end();
                    break;
                }
            }
            if (taken == null) {
                rest.append(plain.charAt(at++));
            } else {
                dates.add(taken);
            }
        }
        return rest.toString();
    }

    private static Reading<Deadline> unreadable(String written, String left) {
        String shown = Text.shorten(written, 60);
        return NO_YEAR.matcher(left).find()
                ? Reading.fault("整改时限“" + shown + "”没有写年份", REMEDY)
                : Reading.fault("整改时限“" + shown + "”无法识别", REMEDY);
    }

    private static Token day(String pattern) {
        return new Token(Pattern.compile(pattern), (found, scan) -> {
            scan.year = year(found.group(1));
            return new Dated(LocalDate.of(scan.year, number(found, 2), number(found, 3)), Precision.DAY);
        });
    }

    /** A third of a month is a day; a month is its last day. */
    private static Dated month(Scan scan, int year, int month, String part) {
        scan.year = year;
        YearMonth whole = YearMonth.of(year, month);
        return switch (part == null ? "" : part) {
            case "上旬", "初" -> new Dated(whole.atDay(10), Precision.DAY);
            case "中旬" -> new Dated(whole.atDay(20), Precision.DAY);
            case "下旬" -> new Dated(whole.atEndOfMonth(), Precision.DAY);
            default -> new Dated(whole.atEndOfMonth(), Precision.MONTH);
        };
    }

    private static Dated quarter(Scan scan, int year, int quarter) {
        scan.year = year;
        return new Dated(YearMonth.of(year, quarter * 3).atEndOfMonth(), Precision.QUARTER);
    }

    private static int quarterOf(Matcher found) {
        return Integer.parseInt(found.group(2) != null ? found.group(2) : found.group(3));
    }

    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        int full = digits.length() == 2 ? 2000 + year : year;
        if (full < 2000 || full > 2099) {
            throw new DateTimeException("year " + full);
        }
        return full;
    }

    private static int known(Scan scan) {
        if (scan.year == 0) {
            throw new DateTimeException("no year");
        }
        return scan.year;
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }
}
