package org.duban.notice.paper;

import static org.duban.notice.paper.PaperField.CLAUSE;
import static org.duban.notice.paper.PaperField.COLOUR;
import static org.duban.notice.paper.PaperField.DEMAND;
import static org.duban.notice.paper.PaperField.FACTS;
import static org.duban.notice.paper.PaperField.LIST_NO;
import static org.duban.notice.paper.PaperField.PROBLEM;
import static org.duban.notice.paper.PaperField.REPLY_BY;
import static org.duban.notice.paper.PaperField.RESULT;
import static org.duban.notice.paper.PaperField.TALK_BY;
import static org.duban.notice.paper.PaperField.TALK_CAUSE;
import static org.duban.notice.paper.PaperField.TALK_MINUTES;
import static org.duban.notice.paper.PaperField.TALK_PLACE;
import static org.duban.notice.paper.PaperField.TALK_PLEDGE;
import static org.duban.notice.paper.PaperField.TALK_TIME;
import static org.duban.notice.paper.PaperField.TALK_WITH;
import static org.duban.notice.paper.PaperField.TALK_WRITER;

import java.util.List;
import java.util.stream.Stream;

/** The kinds of papers, each with what a draft must and may tell. */
public enum PaperKind {
    WARNING("警示通知书", List.of(PROBLEM, FACTS, COLOUR, CLAUSE, DEMAND, REPLY_BY), List.of(LIST_NO)),
    LIFTING("解除通知书", List.of(PROBLEM, COLOUR, PaperField.WARNING, RESULT), List.of(LIST_NO, CLAUSE, DEMAND)),
    INTERVIEW(
            "约谈记录",
            List.of(TALK_TIME, TALK_PLACE, TALK_BY, TALK_WITH, TALK_CAUSE, TALK_MINUTES),
            List.of(TALK_WRITER, TALK_PLEDGE, DEMAND, PROBLEM, LIST_NO)),
    SUPERVISION("督办函", List.of(PROBLEM, FACTS, DEMAND, REPLY_BY), List.of(LIST_NO, CLAUSE, COLOUR));

    private final String label;
    private final List<String> required;
    private final List<String> optional;

    PaperKind(String label, List<String> required, List<String> optional) {
        this.label = label;
        this.required = required;
        this.optional = optional;
    }

    /** The office's word. */
    public String label() {
        return label;
    }

    /** Names a draft must fill, and a template must show. */
    public List<String> required() {
        return required;
    }

    /** As printed in large type: 红牌警示通知书. */
    String title(String colour) {
        return switch (this) {
            case WARNING -> colour + label;
            case LIFTING -> "解除" + colour + "警示通知书";
            default -> label;
        };
    }

    /** All names a draft may fill. */
    public List<String> fields() {
        return Stream.of(required, optional, List.of(PaperField.MORE_COPIES))
                .flatMap(List::stream)
                .toList();
    }
}
