package org.duban.journal.offline;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON as RFC 8785 writes it: one text for one content. Whole numbers that a double cannot hold exactly are written as
 * text, as that standard advises.
 */
public final class CanonicalJson {

    private static final long EXACT = 1L << 53;

    private CanonicalJson() {}

    /**
     * @param value maps, collections, text, numbers, booleans and null
     * @throws IllegalArgumentException for anything JSON cannot hold: another type, half a surrogate pair, no number
     */
    public static String write(Object value) {
        StringBuilder text = new StringBuilder(512);
        write(value, text);
        return text.toString();
    }

    private static void write(Object value, StringBuilder out) {
        if (value == null) {
            out.append("null");
        } else if (value instanceof CharSequence text) {
            string(text, out);
        } else if (value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof Map<?, ?> map) {
            object(map, out);
        } else if (value instanceof Collection<?> list) {
            array(list, out);
        } else if (value instanceof Number number) {
            number(number, out);
        } else {
            throw new IllegalArgumentException("no JSON value: " + value.getClass());
        }
    }

    private static void object(Map<?, ?> map, StringBuilder out) {
        // Java compares text by UTF-16 code units, which is the order the standard asks for.
        TreeMap<String, Object> sorted = new TreeMap<>();
        map.forEach((name, value) -> sorted.put(String.valueOf(name), value));
        out.append('{');
        boolean first = true;
        for (Map.Entry<String, Object> member : sorted.entrySet()) {
            if (!first) {
                out.append(',');
            }
            first = false;
            string(member.getKey(), out);
            out.append(':');
            write(member.getValue(), out);
        }
        out.append('}');
    }

    private static void array(Collection<?> list, StringBuilder out) {
        out.append('[');
        boolean first = true;
        for (Object element : list) {
            if (!first) {
                out.append(',');
            }
            first = false;
            write(element, out);
        }
        out.append(']');
    }

    private static void string(CharSequence text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < ' ') {
                        out.append("\\u00")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else if (Character.isSurrogate(c)) {
                        boolean pair = Character.isHighSurrogate(c)
                                && i + 1 < text.length()
                                && Character.isLowSurrogate(text.charAt(i + 1));
                        if (!pair) {
                            throw new IllegalArgumentException("half a surrogate pair at " + i);
                        }
                        out.append(c).append(text.charAt(++i));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static void number(Number number, StringBuilder out) {
        if (number instanceof Integer || number instanceof Short || number instanceof Byte) {
            out.append(number.intValue());
        } else if (number instanceof Long) {
            whole(number.longValue(), out);
        } else if (number instanceof Double || number instanceof Float) {
            out.append(
                    ofDouble(number instanceof Float ? Double.parseDouble(number.toString()) : number.doubleValue()));
        } else {
            exact(new BigDecimal(number.toString()), out);
        }
    }

    private static void whole(long value, StringBuilder out) {
        if (value >= -EXACT && value <= EXACT) {
            out.append(value);
        } else {
            out.append('"').append(value).append('"');
        }
    }

    private static void exact(BigDecimal value, StringBuilder out) {
        double near = value.doubleValue();
        if (!Double.isInfinite(near) && new BigDecimal(ofDouble(near)).compareTo(value) == 0) {
            out.append(ofDouble(near));
        } else {
            out.append('"').append(value.toPlainString()).append('"');
        }
    }

    /** As ECMAScript writes a number: the fewest digits that read back as the same double. */
    static String ofDouble(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("no JSON number: " + value);
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal shortest = shortest(Math.abs(value)).stripTrailingZeros();
        String digits = shortest.unscaledValue().toString();
        int k = digits.length();
        int n = k - shortest.scale();
        StringBuilder text = new StringBuilder(value < 0 ? "-" : "");
        if (k <= n && n <= 21) {
            text.append(digits).append("0".repeat(n - k));
        } else if (0 < n && n <= 21) {
            text.append(digits, 0, n).append('.').append(digits, n, k);
        } else if (-6 < n && n <= 0) {
            text.append("0.").append("0".repeat(-n)).append(digits);
        } else {
            text.append(digits.charAt(0));
            if (k > 1) {
                text.append('.').append(digits, 1, k);
            }
            text.append('e').append(n > 0 ? "+" : "-").append(Math.abs(n - 1));
        }
        return text.toString();
    }

    // Double.toString of Java 17 does not always find the shortest.
    private static BigDecimal shortest(double value) {
        BigDecimal whole = new BigDecimal(value);
        for (int digits = 1; digits < 17; digits++) {
            BigDecimal rounded = whole.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return rounded;
            }
        }
        return whole.round(new MathContext(17, RoundingMode.HALF_EVEN));
    }
}
