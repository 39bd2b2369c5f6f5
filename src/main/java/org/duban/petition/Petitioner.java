package org.duban.petition;

/** What is known of who wrote, without saying who. */
public enum Petitioner {
    NAMED("实名（身份已隐藏）"),
    ANONYMOUS("匿名"),
    UNKNOWN("未随件提供");

    private final String label;

    Petitioner(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
