package org.duban.petition.repeat;

/** What was made of two letters that may be about the same matter. */
public enum PairState {
    PROPOSED("待认定"),
    JOINED("并案"),
    RELATED("有关联，分别办理"),
    DIFFERENT("不重复");

    private final String label;

    PairState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
