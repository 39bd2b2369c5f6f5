package org.duban.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.duban.card.CardState;
import org.duban.kernel.Refusal;
import org.duban.petition.PetitionState;
import org.duban.problem.ProblemState;

/** A kind of case, known by the first letters of its number. */
public enum Flow {
    PROBLEM("WT", "问题整改") {
        @Override
        public List<State> states() {
            return Arrays.stream(ProblemState.values())
                    .map(state -> new State(state.name(), state.label()))
                    .toList();
        }
    },
    PETITION("XF", "信访件") {
        @Override
        public List<State> states() {
            return Arrays.stream(PetitionState.values())
                    .map(state -> new State(state.name(), state.label()))
                    .toList();
        }
    },
    CARD("HP", "警示牌") {
        @Override
        public List<State> states() {
            return Arrays.stream(CardState.values())
                    .map(state -> new State(state.name(), state.label()))
                    .toList();
        }
    },
    ROUND("DD", "月调度") {
        @Override
        public List<State> states() {
            return List.of(new State("OPEN", "进行中"), new State("FROZEN", "已冻结"));
        }
    };

    private final String letters;
    private final String label;

    Flow(String letters, String label) {
        this.letters = letters;
        this.label = label;
    }

    /** A state a case of the kind can be in. */
    public record State(String name, String label) {}

    /** The states a case of the kind can be in, in the order it goes through them. */
    public abstract List<State> states();

    public String letters() {
        return letters;
    }

    public String label() {
        return label;
    }

    /** Empty for a state the kind does not know. */
    Optional<String> labelOf(String state) {
        return states().stream()
                .filter(one -> one.name().equals(state))
                .map(State::label)
                .findFirst();
    }

    /** Of the case of that number. */
    static Flow of(String caseNo) {
        return byLetters(caseNo.substring(0, 2));
    }

    static Flow byLetters(String letters) {
        return Arrays.stream(values())
                .filter(flow -> flow.letters.equals(letters))
                .findFirst()
                .orElseThrow(() -> new Refusal("flow", "没有这类事项，请在列表中选择。"));
    }

    static String stateOf(String caseNo, String state) {
        return state == null ? "" : of(caseNo).labelOf(state).orElse("");
    }
}
