package org.duban.desk.brief;

import java.util.Optional;

/** The numbers of a round, each the length of a list. */
public enum FigureKey {
    UNITS("units", "应报单位", "个"),
    REPORTED("reported", "按时报送", "个"),
    LATE("late", "逾期报送", "个"),
    SILENT("silent", "未报单位", "个"),
    ITEMS("items", "纳入调度", "项"),
    DONE("done", "已完成", "项"),
    ON_SCHEDULE("on-schedule", "达到序时进度", "项"),
    BEHIND("behind", "未达序时进度", "项"),
    STANDING("standing", "长期坚持", "项"),
    UNREPORTED("unreported", "单位未报", "项"),
    BEHIND_TWICE("behind-twice", "连续两轮未达序时进度", "个"),
    REGISTERED("registered", "新登记问题", "个"),
    STRUCK_OFF("struck-off", "准予销号", "个"),
    YELLOW("yellow", "签发黄牌", "张"),
    RED("red", "签发红牌", "张"),
    LIFTED("lifted", "摘牌", "张"),
    IN_FORCE("in-force", "期末仍在亮牌", "张");

    private final String address;
    private final String label;
    private final String measure;

    FigureKey(String address, String label, String measure) {
        this.address = address;
        this.label = label;
        this.measure = measure;
    }

    /** As in the address of its list. */
    public String address() {
        return address;
    }

    public String label() {
        return label;
    }

    /** What is counted in: 个, 项, 张. */
    public String measure() {
        return measure;
    }

    /** Whether its list names units; all others name cases. */
    public boolean ofUnits() {
        return compareTo(SILENT) <= 0;
    }

    public static Optional<FigureKey> of(String address) {
        for (FigureKey key : values()) {
            if (key.address.equals(address)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }
}
