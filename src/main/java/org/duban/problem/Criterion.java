package org.duban.problem;

/** The five general standards of closure, as published in Anhui (2019) and Huangshan (2022). */
public enum Criterion {
    MEASURES_DONE("整改措施全部完成"),
    VIOLATIONS_PUNISHED("违法行为依法查处"),
    EFFECT_MEETS_STANDARD("整改效果达到标准"),
    SAME_FAULT_SEARCHED("举一反三排查到位"),
    ROOT_CAUSE_MECHANISM("根源解决并建立长效机制");

    private final String label;

    Criterion(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
