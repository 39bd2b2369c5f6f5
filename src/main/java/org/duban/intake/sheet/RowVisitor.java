package org.duban.intake.sheet;

/** Takes rows one by one; answering false ends the reading early. */
@FunctionalInterface
public interface RowVisitor {

    boolean row(SheetRow row);
}
