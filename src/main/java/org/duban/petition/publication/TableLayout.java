package org.duban.petition.publication;

import java.util.List;
import java.util.function.Function;

/** The columns of the official table; they differ from one round of inspections to the next. */
public enum TableLayout {
    Y2023(
            "2023 年公示表",
            List.of(
                    new Column("受理编号", 22, PublicRow::no),
                    new Column("交办问题基本情况", 50, PublicRow::body),
                    new Column("行政区域", 12, PublicRow::region),
                    new Column("问题类型", 16, TableLayout::type),
                    new Column("调查核实情况", 60, PublicRow::findings),
                    new Column("是否属实", 10, PublicRow::verdict),
                    new Column("办结目标", 30, PublicRow::goal),
                    new Column("处理和整改情况", 60, PublicRow::handling),
                    new Column("是否办结", 12, PublicRow::outcome),
                    new Column("责任人被处理情况", 24, PublicRow::accountability))),
    Y2019(
            "2019 年公示表",
            List.of(
                    new Column("受理编号", 22, PublicRow::no),
                    new Column("行政区域", 12, PublicRow::region),
                    new Column("交办问题的基本情况", 50, PublicRow::body),
                    new Column("污染类型", 16, PublicRow::pollution),
                    new Column("是否属实", 10, PublicRow::verdict),
                    new Column("调查核实情况", 60, PublicRow::findings),
                    new Column("处理和整改情况", 60, PublicRow::handling),
                    new Column("问责情况", 24, PublicRow::accountability)));

    private final String label;
    private final List<Column> columns;

    TableLayout(String label, List<Column> columns) {
        this.label = label;
        this.columns = columns;
    }

    /** One column. */
    public record Column(String name, int width, Function<PublicRow, String> value) {

        /** Never null. */
        public String of(PublicRow row) {
            String text = row == null ? null : value.apply(row);
            return text == null ? "" : text;
        }

        public boolean wide() {
            return width >= 50;
        }

        /** Holds a word, not a text. */
        public boolean narrow() {
            return width < 24;
        }
    }

    public String label() {
        return label;
    }

    /** After the serial. */
    public List<Column> columns() {
        return columns;
    }

    private static String type(PublicRow row) {
        return row.problemType() == null ? row.pollution() : row.problemType();
    }
}
