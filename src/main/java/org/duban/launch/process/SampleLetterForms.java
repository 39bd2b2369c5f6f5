package org.duban.launch.process;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duban.launch.SampleLetter;
import org.duban.launch.process.SampleLetterScript.Step;

/** What the people of the sample city write into the forms of one letter. */
final class SampleLetterForms {

    private final SampleLetter letter;
    private final LocalDate today;

    SampleLetterForms(SampleLetter letter, LocalDate today) {
        this.letter = letter;
        this.today = today;
    }

    String firstUnit() {
        return letter.units().get(0);
    }

    Map<String, Object> dispatched() {
        BigDecimal share = BigDecimal.ONE.divide(
                BigDecimal.valueOf(Math.max(1, letter.units().size())), 2, RoundingMode.HALF_UP);
        return Map.of(
                "decision",
                "dispatch",
                "shares",
                letter.units().stream()
                        .map(unit -> Map.of("unit", unit, "share", share))
                        .toList());
    }

    Map<String, Object> returned(Step step) {
        return Map.of(
                "decision",
                "return",
                "reasonCode",
                "notOurArea",
                "reason",
                step.words().get(0));
    }

    Map<String, Object> findings(Step step, boolean settled) {
        Map<String, Object> form = new HashMap<>();
        form.put("verdict", settled ? "TRUE" : "PARTLY");
        form.put("outcome", settled ? "DONE" : "STAGED");
        form.put("findings", step.round() == 1 ? letter.findings() : "再次到现场核查。" + letter.findings());
        form.put("handling", letter.handling());
        form.put("sanctions", Map.of("ordered", 1));
        if (!settled) {
            form.put("plannedOn", until());
        }
        return form;
    }

    Map<String, Object> sentBack(Step step) {
        return Map.of("decision", "redispatch", "opinion", step.words().get(0));
    }

    /** Not settled yet: the unit names another day. */
    Map<String, Object> progress(Step step, LocalDate plannedOn) {
        return Map.of("text", step.words().get(0), "settled", false, "plannedOn", plannedOn.toString());
    }

    Map<String, Object> becomesProblem(Step step) {
        return Map.of("decision", "problem", "text", step.words().get(0));
    }

    Map<String, Object> dissatisfied(Step step, LocalDate on) {
        return Map.of("result", "dissatisfied", "text", step.words().get(0), "on", on.toString());
    }

    Map<String, Object> takenUp(Step step) {
        List<String> words = step.words();
        return Map.of(
                "leader", words.get(0),
                "task", words.get(1),
                "measures", words.get(2),
                "responsible", words.get(3),
                "dueOn", until());
    }

    private String until() {
        return today.plusDays(letter.untilDays()).toString();
    }
}
