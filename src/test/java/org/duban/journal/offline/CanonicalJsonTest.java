package org.duban.journal.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The examples of RFC 8785, and what it leaves to the writer. */
class CanonicalJsonTest {

    @Test
    void numbersAreWrittenAsEcmaScriptDoes() {
        Map<Long, String> samples = new LinkedHashMap<>();
        samples.put(0x0000000000000000L, "0");
        samples.put(0x8000000000000000L, "0");
        samples.put(0x0000000000000001L, "5e-324");
        samples.put(0x8000000000000001L, "-5e-324");
        samples.put(0x7fefffffffffffffL, "1.7976931348623157e+308");
        samples.put(0xffefffffffffffffL, "-1.7976931348623157e+308");
        samples.put(0x4340000000000000L, "9007199254740992");
        samples.put(0xc340000000000000L, "-9007199254740992");
        samples.put(0x4430000000000000L, "295147905179352830000");
        samples.put(0x44b52d02c7e14af5L, "9.999999999999997e+22");
        samples.put(0x44b52d02c7e14af6L, "1e+23");
        samples.put(0x44b52d02c7e14af7L, "1.0000000000000001e+23");
        samples.put(0x444b1ae4d6e2ef4eL, "999999999999999700000");
        samples.put(0x444b1ae4d6e2ef4fL, "999999999999999900000");
        samples.put(0x444b1ae4d6e2ef50L, "1e+21");
        samples.put(0x3eb0c6f7a0b5ed8cL, "9.999999999999997e-7");
        samples.put(0x3eb0c6f7a0b5ed8dL, "0.000001");
        samples.put(0x41b3de4355555553L, "333333333.3333332");
        samples.put(0x41b3de4355555554L, "333333333.33333325");
        samples.put(0x41b3de4355555555L, "333333333.3333333");
        samples.put(0xbecbf647612f3696L, "-0.0000033333333333333333");
        samples.put(0x43143ff3c1cb0959L, "1424953923781206.2");

        samples.forEach((bits, text) ->
                assertThat(CanonicalJson.write(Double.longBitsToDouble(bits))).isEqualTo(text));
        assertThatThrownBy(() -> CanonicalJson.write(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.write(Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wholeNumbersThatADoubleCannotHoldAreWrittenAsText() {
        assertThat(CanonicalJson.write(List.of(
                        9007199254740992L,
                        9007199254740993L,
                        new BigDecimal("0.1"),
                        new BigDecimal("1e30").add(BigDecimal.ONE))))
                .isEqualTo("[9007199254740992,\"9007199254740993\",0.1,\"1000000000000000000000000000001\"]");
    }

    @Test
    void textIsEscapedOnlyWhereItMust() {
        assertThat(CanonicalJson.write("€$\u000F\nA'B\"\\\\\"/")).isEqualTo("\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
        assertThat(CanonicalJson.write("\b\t\f\r\u0000\u001F\u007F")).isEqualTo("\"\\b\\t\\f\\r\\u0000\\u001f\u007F\"");
        assertThat(CanonicalJson.write("晋江\uD83D\uDE02")).isEqualTo("\"晋江\uD83D\uDE02\"");
        assertThatThrownBy(() -> CanonicalJson.write("\uDEAD")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void membersAreOrderedByTheirUtf16Units() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("\u20ac", "Euro Sign");
        members.put("\r", "Carriage Return");
        members.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
        members.put("1", "One");
        members.put("\ud83d\ude00", "Emoji: Grinning Face");
        members.put("\u0080", "Control");
        members.put("\u00f6", "Latin Small Letter O With Diaeresis");

        assertThat(CanonicalJson.write(members))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test
    void listsKeepTheirOrderAndNothingIsNull() {
        assertThat(CanonicalJson.write(Arrays.asList(true, null, Map.of(), List.of(3, "2"))))
                .isEqualTo("[true,null,{},[3,\"2\"]]");
    }

    @Property
    void everyDoubleReadsBackAsItself(@ForAll double value) {
        assertThat(Double.parseDouble(CanonicalJson.write(value))).isEqualTo(value == 0 ? 0.0 : value);
    }

    @Property
    void whatIsWrittenReadsBack(@ForAll List<@net.jqwik.api.constraints.StringLength(max = 40) String> texts) {
        List<String> whole = texts.stream()
                .map(text -> text.replaceAll("[\\ud800-\\udfff]", ""))
                .toList();
        assertThat(JsonReader.read(CanonicalJson.write(whole))).isEqualTo(whole);
    }
}
