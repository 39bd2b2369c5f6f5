package org.duban.petition.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers by which a person can be reached or told from others, rooms, plates and accounts. */
final class NumberMasks {

    private static final String SEP = "[ -]{0,2}";
    private static final String WIDE_SEP = "[ ·./-]{0,2}";
    /** Not inside a longer number. */
    private static final String BEGIN = "(?<![0-9])";

    private static final String END = "(?![0-9])";
    private static final String PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领军警";
    private static final String COUNT = "(?:[0-9]{1,4}|[一二三四五六七八九十百零〇]{1,5})";

    private record Rule(
            MaskKind kind,
            Pattern pattern,
            double confidence,
            UnaryOperator<String> replacement,
            Predicate<String> fits) {

        Rule(MaskKind kind, String pattern, double confidence, UnaryOperator<String> replacement) {
            this(kind, Pattern.compile(pattern), confidence, replacement, found -> true);
        }
    }

    /** Numbers of letters, papers and licences: public, and as long as the others. */
    private static final Pattern PUBLIC = Pattern.compile("(?<![0-9A-Za-z])[DX][0-9][A-Z]{2}[0-9]{12}(?![0-9A-Za-z])"
            + "|[〔\\[(【][12][0-9]{3}[〕\\])】] ?(?:第 ?)?[0-9]{1,6}(?:-[0-9]{1,4})? ?号"
            + "|(?<![0-9A-Za-z])(?:WT|XF|HP|DD)[0-9]{4}-[0-9]{6}(?![0-9])"
            + "|(?<![0-9A-Z])9[0-9A-HJ-NPQRTUWXY]{17}(?![0-9A-Z])(?:[0-9]{3}[A-Z])?");

    private static final List<Rule> RULES = List.of(
            new Rule(
                    MaskKind.ID_CARD,
                    "(?<![0-9A-Za-z])[1-8](?:" + SEP + "[0-9]){5}" + SEP + "(?:1" + SEP + "[89]|2" + SEP + "0)(?:" + SEP
                            + "[0-9]){2}" + SEP + "[01]" + SEP + "[0-9]" + SEP + "[0-3]" + SEP + "[0-9](?:" + SEP
                            + "[0-9]){3}" + SEP + "[0-9Xx](?![0-9A-Za-z])",
                    0.98,
                    found -> "******"),
            new Rule(
                    MaskKind.ID_CARD,
                    "(?<![0-9A-Za-z])[1-8][0-9]{5}" + SEP + "[0-9]{2}(?:0[1-9]|1[0-2])(?:[0-2][0-9]|3[01])" + SEP
                            + "[0-9]{3}(?![0-9A-Za-z])",
                    0.9,
                    found -> "******"),
            new Rule(
                    MaskKind.ID_CARD,
                    "(?<=(?:证件|证号|护照|通行证|身份证)(?:号码|号)?[^0-9A-Za-z\\n]{0,4})[A-Za-z]?[0-9A-Za-z]{6,17}(?![0-9A-Za-z])",
                    0.85,
                    found -> "******"),
            new Rule(
                    MaskKind.MOBILE,
                    BEGIN + "(?:(?:\\+|00)?86" + SEP + ")?1" + SEP + "[3-9](?:" + SEP + "[0-9]){9}" + END,
                    0.95,
                    found -> "***********"),
            new Rule(
                    MaskKind.MOBILE,
                    BEGIN + "1[3-9][0-9](?:" + WIDE_SEP + "[0-9]{4}){2}" + END,
                    0.95,
                    found -> "***********"),
            new Rule(
                    MaskKind.LANDLINE,
                    BEGIN + "\\(?(?:\\+?86" + SEP + ")?0[1-9][0-9]{1,2}\\)?" + WIDE_SEP + "[2-9][0-9]{2,3}" + SEP
                            + "[0-9]{4}(?:(?:-|转|分机)[0-9]{1,6})?" + END,
                    0.92,
                    found -> "********"),
            new Rule(MaskKind.LANDLINE, BEGIN + "[48]00-?[0-9]{3,4}-?[0-9]{3,4}" + END, 0.8, found -> "********"),
            new Rule(
                    MaskKind.LANDLINE,
                    "(?:(?<=(?:电话|致电|座机|固话|拨打|来电|联系方式|手机|号码|联系|(?:tel|TEL|Tel)[.:]?)[^0-9\\n，。；,;]{0,6})"
                            + "[2-9][0-9]{2,3}" + SEP + "[0-9]{4}" + END
                            + "|" + BEGIN + "[2-9][0-9]{3}-[0-9]{4}" + END + ")",
                    0.85,
                    found -> "********"),
            new Rule(
                    MaskKind.LANDLINE,
                    BEGIN + "[2-9][0-9]{6,7}(?=(?:\\(|（)[一-龥]{1,4}(?:\\)|）)|联系|找[一-龥])",
                    0.7,
                    found -> "********"),
            new Rule(
                    MaskKind.EMAIL,
                    "[A-Za-z0-9][A-Za-z0-9._%+-]*" + " ?(?:@|\\(at\\)|#at#) ?"
                            + "[A-Za-z0-9-]+(?: ?[.·] ?[A-Za-z]{2,6})+",
                    0.97,
                    found -> "******"),
            new Rule(
                    MaskKind.ACCOUNT,
                    "(?<=(?:微信|薇信|威信|weixin|WeChat|wechat|微信号|抖音|快手|支付宝|[Vv][Xx信]|[Ww][Xx])"
                            + "(?:号码|账号|帐号|号|ID|id)?(?:同号)?[^0-9A-Za-z一-龥\\n]{0,3}(?:是|为)?[^0-9A-Za-z一-龥\\n]{0,2})"
                            + "[A-Za-z0-9][A-Za-z0-9_-]{4,29}",
                    0.93,
                    found -> "******"),
            new Rule(
                    MaskKind.ACCOUNT,
                    "(?<=(?:[Qq][Qq]|扣扣|企鹅)(?:群|号码|号)?[^0-9A-Za-z一-龥\\n]{0,3}(?:是|为)?[^0-9A-Za-z一-龥\\n]{0,2})"
                            + "[1-9](?:" + SEP + "[0-9]){4,11}" + END,
                    0.93,
                    found -> "******"),
            new Rule(
                    MaskKind.BANK_CARD,
                    BEGIN + "(?<![A-Za-z])[3-9](?:" + SEP + "[0-9]){15,18}(?![0-9A-Za-z])",
                    0.9,
                    found -> "******"),
            new Rule(
                    MaskKind.BANK_CARD,
                    "(?<=(?:账号|帐号|卡号|账户|银行卡|户头)[^0-9\\n]{0,4})[0-9](?:" + SEP + "[0-9]){8,24}" + END,
                    0.9,
                    found -> "******"),
            new Rule(
                    MaskKind.PLATE,
                    Pattern.compile("[" + PROVINCES + "] ?[A-HJ-NP-Za-hj-np-z](?![0-9]{8})[ ·.-]{0,2}"
                            + "[A-HJ-NP-Za-hj-np-z0-9]{4,5}[A-HJ-NP-Za-hj-np-z0-9挂学警港澳领使](?![0-9A-Za-z])"
                            + "(?! ?[型式])"),
                    0.93,
                    found -> found.charAt(0) + "******",
                    found -> found.chars().filter(Character::isDigit).count() >= 3),
            new Rule(
                    MaskKind.PLATE,
                    "(?<=(?:车牌|牌照|车号|号牌)(?:号码|号)?[^0-9A-Za-z\\n，。]{0,4})[A-Za-z]?[ ·-]?[0-9A-Za-z]{4,6}(?![0-9A-Za-z])",
                    0.8,
                    found -> "******"),
            new Rule(
                    MaskKind.ROOM,
                    "(?:" + COUNT + " ?(?:号楼|幢|栋|座|号|梯) ?-?)?(?:" + COUNT + " ?(?:单元|梯) ?-?)?(?:"
                            + COUNT + " ?(?:层|楼) ?)?(?:[0-9]{3,4}[A-Za-z]?|[0-9]{1,2}[A-Za-z]|"
                            + "[一二三四五六七八九〇零]{3,4}) ?(?:室|房(?![屋产间地])|户(?=[，。；,;\\s]|$|业主|居民|住户))",
                    0.85,
                    NumberMasks::starred),
            new Rule(
                    MaskKind.ROOM,
                    COUNT + " ?(?:号楼|幢|栋|座|梯) ?(?:" + COUNT + " ?(?:单元|梯|门) ?-?)?[0-9]{3,4}(?![0-9米平年月日万千元个吨户.人余])",
                    0.75,
                    NumberMasks::starred),
            new Rule(MaskKind.ROOM, COUNT + " ?(?:号楼|幢|栋|座) ?" + COUNT + " ?单元", 0.6, NumberMasks::starred),
            new Rule(
                    MaskKind.ROOM,
                    "(?<![0-9])[0-9]{1,3}-[0-9]{1,2}-[0-9]{3,4}(?=室|业主|住户|居民)",
                    0.8,
                    NumberMasks::starred),
            new Rule(
                    MaskKind.ROOM,
                    "(?<=(?:家住|我住|本人住|住在|住址|居住于|居住在|现住|家庭地址|我家在|门牌)[^0-9\\n，。；,;]{0,24})"
                            + "[0-9]{1,4} ?(?:号|幢|栋|座|弄)(?: ?-? ?[0-9]{1,4} ?(?:号|室|单元|幢|栋))*(?: ?[0-9]{3,4})?",
                    0.8,
                    NumberMasks::starred),
            new Rule(
                    MaskKind.REMAINS,
                    "(?<![0-9A-Za-z])[0-9]{1,6} ?[*xX×]{3,} ?[0-9Xx]{1,4}(?![0-9A-Za-z])",
                    0.9,
                    found -> "******"));

    private NumberMasks() {}

    static List<Mask> find(String text, String shadow) {
        String searched = withoutPublic(shadow);
        List<Mask> found = new ArrayList<>();
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern.matcher(searched);
            while (matcher.find()) {
                String original = text.substring(matcher.start(), matcher.end());
                if (rule.fits.test(searched.substring(matcher.start(), matcher.end()))) {
                    found.add(new Mask(
                            rule.kind,
                            matcher.start(),
                            matcher.end(),
                            rule.confidence,
                            rule.replacement.apply(original)));
                }
            }
        }
        return found;
    }

    private static String withoutPublic(String shadow) {
        return PUBLIC.matcher(shadow)
                .replaceAll(found -> "#".repeat(found.group().length()));
    }

    /** Keeps the words of an address and hides its numbers. */
    private static String starred(String found) {
        return found.replaceAll("[0-9０-９A-Za-z一二三四五六七八九十百零〇-]+", "*");
    }
}
