package org.duban.petition.repeat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of places and firms in running text, as far as their endings tell. */
final class Places {

    private static final String STOPS =
            "[^一-龥]|位于|地处|坐落|反映|附近|旁边|周边|对面|境内|辖区|来自|来到|关于|针对|投诉|举报|一家|一个|一处|有家|有个|的|在|与|和|及|到|从|至|往|向|某|该|本|此|各|每|有|是|为|被|因|把|将|其|由|等|于";
    private static final Pattern STOP = Pattern.compile(STOPS);
    private static final Pattern PLACE =
            Pattern.compile("([一-龥]{2,3}?(?:镇|乡|街道))|([一-龥]{2,5}?(?:村|社区|工业区|工业园|小区|花园|大厦|水库|溪|路|街|巷|大桥))");
    private static final Pattern FIRM = Pattern.compile(
            "[一-龥]{2,14}?(?:有限公司|公司|养猪场|养鸡场|养殖场|采石场|搅拌站|加工厂|石材厂|化工厂|食品厂|鞋厂|工厂|矿业|饭店|餐馆|酒楼|酒店|小吃店|烧烤店|洗车场|修理厂|合作社|填埋场|砖厂|厂|矿场)");
    private static final Pattern LEGAL_FORM =
            Pattern.compile("^(?:福建省|福建|泉州市|泉州)|(?:股份|集团|实业|发展|农牧|开发)*(?:有限)?(?:责任)?公司$");
    private static final Pattern COUNTY = Pattern.compile("^[一-龥]{2,4}?(?:市|县|区)(?=[一-龥]{2})");
    /** Any firm of a kind, not one with a name. */
    private static final Pattern ANY_FIRM = Pattern.compile("^(?:一|几|多|两|三|这|这些|部分|相关|无名|小|大型|私人|违法|非法|家)*"
            + "(?:养猪|养鸡|养殖|采石|加工|石材|化工|食品|鞋|工|砖|修理|洗车|小吃|烧烤|有限)?(?:公司|企业|厂|场|作坊|店|站|社|楼)$");

    private Places() {}

    /** Towns, villages, roads and estates, each without the county before it. */
    static List<String> in(String... texts) {
        Set<String> places = new LinkedHashSet<>();
        for (String text : texts) {
            for (String part : STOP.split(text == null ? "" : text)) {
                String rest = withoutCounty(part);
                Matcher found = PLACE.matcher(rest);
                while (found.find()) {
                    places.add(found.group());
                }
            }
        }
        return places.stream().limit(12).toList();
    }

    static List<String> firmsIn(String named, String... texts) {
        Set<String> firms = new LinkedHashSet<>();
        if (named != null && !named.isBlank()) {
            firms.add(named.strip());
        }
        for (String text : texts) {
            for (String part : STOP.split(text == null ? "" : text)) {
                Matcher found = FIRM.matcher(afterPlaces(withoutCounty(part)));
                while (found.find()) {
                    if (!ANY_FIRM.matcher(found.group()).matches()) {
                        firms.add(found.group());
                    }
                }
            }
        }
        return firms.stream().limit(6).toList();
    }

    /** Whether a place is as wide as a town. */
    static boolean wide(String place) {
        return place.endsWith("镇") || place.endsWith("乡") || place.endsWith("街道");
    }

    /** 鸿昌养猪场 and 泉州市鸿昌农牧开发有限公司 have their own name in common. */
    static boolean sameFirm(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        String mine = ownName(one);
        String theirs = ownName(other);
        boolean contained = mine.length() >= 2
                && theirs.length() >= 2
                && (mine.startsWith(theirs)
                        || theirs.startsWith(mine)
                        || mine.endsWith(theirs)
                        || theirs.endsWith(mine));
        return contained;
    }

    private static String ownName(String firm) {
        String plain = LEGAL_FORM.matcher(firm).replaceAll("");
        plain = LEGAL_FORM.matcher(withoutCounty(plain)).replaceAll("");
        Matcher kind = Pattern.compile("(?:养猪|养鸡|养殖|采石|搅拌|加工|石材|化工|食品|鞋|工|砖|修理|洗车|小吃|烧烤)?(?:场|厂|店|站|社|楼|业)$")
                .matcher(plain);
        return kind.find() && kind.start() >= 2 ? plain.substring(0, kind.start()) : plain;
    }

    private static String withoutCounty(String text) {
        String rest = text;
        for (Matcher county = COUNTY.matcher(rest); county.find(); county = COUNTY.matcher(rest)) {
            rest = rest.substring(county.end());
        }
        return rest;
    }

    private static String afterPlaces(String text) {
        int end = 0;
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
            end = place.end();
        }
        return text.substring(end);
    }
}
