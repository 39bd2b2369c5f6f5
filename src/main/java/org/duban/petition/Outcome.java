package org.duban.petition;

import java.util.Optional;

/** How far the matter of a letter is settled (是否办结). */
public enum Outcome {
    DONE("已办结"),
    STAGED("阶段性办结"),
    OPEN("未办结");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Also 办结 and 正在办理, as some lists write. */
    public static Optional<Outcome> of(String word) {
        String plain = word == null ? "" : word.strip();
        return switch (plain) {
            case "已办结", "办结", "是" -> Optional.of(DONE);
            case "阶段性办结", "阶段办结", "阶段性完成" -> Optional.of(STAGED);
            case "未办结", "正在办理", "办理中", "在办", "否" -> Optional.of(OPEN);
            default -> Optional.empty();
        };
    }

    /** The least settled of several units' answers. */
    static Outcome together(Iterable<Outcome> each) {
        Outcome least = DONE;
        for (Outcome one : each) {
            least = one.ordinal() > least.ordinal() ? one : least;
        }
        return least;
    }
}
