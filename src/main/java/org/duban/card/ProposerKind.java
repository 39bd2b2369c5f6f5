package org.duban.card;

/** Who proposes a card. */
public enum ProposerKind {
    RULE("规则"),
    COORDINATOR("市环委办"),
    DEPARTMENT("市直部门"),
    ASSESSOR("第三方评估组");

    private final String label;

    ProposerKind(String label) {
        this.label = label;
    }

    /** The word the decision tables use. */
    public String label() {
        return label;
    }
}
