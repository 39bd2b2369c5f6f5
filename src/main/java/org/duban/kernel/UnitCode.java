package org.duban.kernel;

import java.util.regex.Pattern;

/** A unit's code: the division code of a county, or the office's own key. Letters and digits only, as group ids need. */
public record UnitCode(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{2,20}");

    public UnitCode {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new Refusal("unit", "单位代码“" + value + "”不对，只能用字母和数字，2 至 20 位。");
        }
    }

    public static UnitCode of(String value) {
        return new UnitCode(value);
    }

    /** The candidate group of the unit's clerks. */
    public String group() {
        return "unit" + value;
    }

    /** The candidate group of those who sign for the unit. */
    public String headGroup() {
        return "unit" + value + "head";
    }

    @Override
    public String toString() {
        return value;
    }
}
