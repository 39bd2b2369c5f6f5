package org.duban.intake;

/** Where an import stands. */
public enum ImportState {
    CHECKING("正在检查"),
    CHECKED("检查完毕，待确认"),
    REFUSED("有错误，未导入"),
    IMPORTING("正在导入"),
    DONE("导入完成"),
    INTERRUPTED("已中断，可以继续");

    private final String label;

    ImportState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether a thread should be at work on it. */
    public boolean running() {
        return this == CHECKING || this == IMPORTING;
    }
}
