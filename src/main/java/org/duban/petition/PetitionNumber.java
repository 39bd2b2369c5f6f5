package org.duban.petition;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duban.kernel.Refusal;

/**
 * The number a letter comes with. Inspections since 2019 number letters as in {@code X2FJ201908130070}: call or letter,
 * round, province, day, serial; the one of 2017 used a plain serial; platforms have their own.
 *
 * @param scope within which the number is one of a kind
 * @param channel what the number says of the way it came; null when it says nothing
 * @param day the day in the number; null when there is none
 * @param round the round of inspections; null when there is none
 */
public record PetitionNumber(String value, String scope, Channel channel, LocalDate day, Integer round) {

    private static final String INSPECTIONS = "督察编号";
    private static final Pattern GRAMMAR = Pattern.compile("([DX])([1-9])([A-Z]{2})(\\d{8})(\\d{4})");
    private static final Pattern ALMOST = Pattern.compile("[DX][0-9A-Z*-]{6,}");
    private static final Pattern SERIAL = Pattern.compile("\\d{1,7}");
    private static final Pattern PLATFORM = Pattern.compile("[A-Z0-9][A-Z0-9〔〕\\[\\]()年第号/_.-]{3,39}");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final String FORM = "应如 X2FJ201908130070：D（来电）或 X（来信）、轮次一位、省份两个字母、日期八位、流水号四位。";

    /**
     * Reads a number as it stands in a list.
     *
     * @param written without marks such as * and without blanks, letters in capitals
     * @param inspection whose plain serial it is; null on ordinary days
     * @param channel the platform it came by; null when the list does not say
     * @throws Refusal saying what is wrong with it
     */
    public static PetitionNumber read(String written, String inspection, Channel channel, LocalDate today) {
        Matcher full = GRAMMAR.matcher(written);
        if (full.matches()) {
            return numbered(written, full, today);
        }
        boolean platform = channel != null && !channel.ofInspection();
        if (!platform && ALMOST.matcher(written).matches()) {
            throw new Refusal("upstreamNo", "受理编号“" + written + "”" + fault(written) + "，" + FORM);
        }
        if (!platform && inspection != null && SERIAL.matcher(written).matches()) {
            return new PetitionNumber(written, inspection, null, null, null);
        }
        if (!PLATFORM.matcher(written).matches() || !platform && inspection != null) {
            throw new Refusal("upstreamNo", "受理编号“" + written + "”不是督察编号、督察流水号或平台编号，" + FORM);
        }
        return new PetitionNumber(written, channel == null ? "平台" : channel.label(), channel, null, null);
    }

    private static PetitionNumber numbered(String written, Matcher parts, LocalDate today) {
        LocalDate day;
        try {
            day = LocalDate.parse(parts.group(4), DAY);
        } catch (DateTimeException e) {
            throw new Refusal("upstreamNo", "受理编号“" + written + "”中的日期 " + parts.group(4) + " 不存在，请核对来文。");
        }
        if (day.isAfter(today)) {
            throw new Refusal("upstreamNo", "受理编号“" + written + "”中的日期 " + day + " 还没有到，请核对来文。");
        }
        Channel channel = parts.group(1).equals("D") ? Channel.CALL : Channel.LETTER;
        return new PetitionNumber(written, INSPECTIONS, channel, day, Integer.valueOf(parts.group(2)));
    }

    private static String fault(String written) {
        if (written.length() != 16) {
            return "有 " + written.length() + " 位，应为 16 位";
        }
        return written.charAt(1) < '1' || written.charAt(1) > '9'
                ? "第 2 位应为轮次数字"
                : !written.substring(2, 4).matches("[A-Z]{2}") ? "第 3、4 位应为省份字母" : "第 5 位起应为 12 位数字";
    }

    /** One that another module made, such as the sample city's. */
    public static PetitionNumber of(String value, String scope) {
        return new PetitionNumber(value, scope, null, null, null);
    }
}
