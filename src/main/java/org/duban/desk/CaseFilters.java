package org.duban.desk;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;
import org.duban.organisation.Units;
import org.duban.petition.PetitionState;
import org.duban.problem.DeadlineKind;
import org.duban.problem.ProblemState;
import org.springframework.stereotype.Component;

/** Reads a filter as addresses carry it; what cannot be understood is refused rather than ignored. */
@Component
public class CaseFilters {

    private static final int MAX_TERMS = 5;
    private static final int MAX_TERM = 100;
    private static final Set<String> FLOWS = Set.of("problem", "petition", "card");

    private final Units units;

    CaseFilters(Units units) {
        this.units = units;
    }

    /** The filter that lets everything through. */
    public static CaseFilter none() {
        return new CaseFilter(List.of(), null, List.of(), null, null, null, false);
    }

    /** @throws Refusal naming the parameter that is not understood */
    public CaseFilter of(LedgerParameters given) {
        if (present(given.flow()) && !FLOWS.contains(given.flow())) {
            throw new Refusal("flow", "事项类别“" + given.flow() + "”不对，应为 problem、petition 或 card。");
        }
        return new CaseFilter(
                terms(given.q()),
                present(given.unit()) ? unit(given.unit().strip()) : null,
                states(given.state()),
                word(DeadlineKind.class, "deadlineKind", given.deadlineKind()),
                flag("overdue", given.overdue()),
                given.dueWithin(),
                present(given.card()));
    }

    /**
     * The same addresses for letters.
     *
     * @param everyDay true: only letters of no inspection, false: only those of one, null: both
     * @throws Refusal naming the parameter that is not understood
     */
    public PetitionFilter petitions(LedgerParameters given, Boolean everyDay) {
        List<PetitionState> states = new ArrayList<>();
        for (String word : given.state() == null ? List.<String>of() : given.state()) {
            PetitionState state = word(PetitionState.class, "state", word);
            if (state != null) {
                states.add(state);
            }
        }
        return new PetitionFilter(
                terms(given.q()),
                present(given.unit()) ? unit(given.unit().strip()) : null,
                states,
                flag("overdue", given.overdue()),
                given.dueWithin(),
                everyDay);
    }

    private UnitCode unit(String text) {
        return units.find(text)
                .map(unit -> unit.code())
                .orElseThrow(() -> new Refusal("unit", "没有单位“" + text + "”，请填单位代码或名称。"));
    }

    private static List<String> terms(String q) {
        if (!present(q)) {
            return List.of();
        }
        String folded = Normalizer.normalize(q, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        List<String> terms = Arrays.stream(folded.split("\\s+"))
                .filter(term -> !term.isEmpty())
                .distinct()
                .toList();
        if (terms.size() > MAX_TERMS || terms.stream().anyMatch(term -> term.length() > MAX_TERM)) {
            throw new Refusal("q", "检索词太多或太长，最多 " + MAX_TERMS + " 个词，每个不超过 " + MAX_TERM + " 个字。");
        }
        return terms;
    }

    private static List<ProblemState> states(List<String> given) {
        List<ProblemState> states = new ArrayList<>();
        for (String word : given == null ? List.<String>of() : given) {
            ProblemState state = word(ProblemState.class, "state", word);
            if (state != null) {
                states.add(state);
            }
        }
        return states;
    }

    private static Boolean flag(String field, String text) {
        if (!present(text)) {
            return null;
        }
        return switch (text) {
            case "true", "on" -> true;
            case "false" -> false;
            default -> throw new Refusal(field, "参数 " + field + " 应为 true 或 false，收到的是“" + text + "”。");
        };
    }

    private static <E extends Enum<E>> E word(Class<E> type, String field, String text) {
        if (!present(text)) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        field,
                        "参数 " + field + " 的值“" + text + "”不对，可用的有 "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(Enum::name)
                                        .collect(Collectors.joining("、"))
                                + "。"));
    }

    private static boolean present(String text) {
        return text != null && !text.isBlank();
    }
}
