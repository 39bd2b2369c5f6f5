package org.duban.notice;

import org.duban.kernel.Refusal;

/** What a message wants of its reader. */
public enum MessageKind {
    REMINDER("提醒"),
    OVERDUE("超期"),
    PROPOSAL("警示建议"),
    DEADLINE_MOVED("期限变动"),
    REQUEST("申请与审批"),
    CHASE("催报"),
    PAPER("文书"),
    INFORMATION("通知");

    private final String label;

    MessageKind(String label) {
        this.label = label;
    }

    /** The office's word. */
    public String label() {
        return label;
    }

    /** @throws Refusal when there is no such kind */
    static MessageKind named(String name) {
        for (MessageKind kind : values()) {
            if (kind.name().equalsIgnoreCase(name.strip())) {
                return kind;
            }
        }
        throw new Refusal("kind", "没有“" + name + "”这种消息类别，请重新选择类别。");
    }
}
