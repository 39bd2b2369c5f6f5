package org.duban.petition;

import java.math.BigDecimal;

/**
 * What was done to those at fault, as numbers: so many put on file, fined, ordered, talked to, held to account. Null is
 * not said, nought is none.
 *
 * @param ordered 责令整改（家）
 * @param filed 立案处罚（家）
 * @param fine 罚款金额（元）
 * @param shut 关停取缔（家）
 * @param detained 行政或刑事拘留（人）
 * @param interviewed 约谈（人）
 * @param accountable 问责（人）
 */
public record Sanctions(
        Integer ordered,
        Integer filed,
        BigDecimal fine,
        Integer shut,
        Integer detained,
        Integer interviewed,
        Integer accountable) {

    public static final Sanctions NONE = new Sanctions(null, null, null, null, null, null, null);

    Sanctions plus(Sanctions other) {
        return new Sanctions(
                sum(ordered, other.ordered),
                sum(filed, other.filed),
                fine == null ? other.fine : other.fine == null ? fine : fine.add(other.fine),
                sum(shut, other.shut),
                sum(detained, other.detained),
                sum(interviewed, other.interviewed),
                sum(accountable, other.accountable));
    }

    private static Integer sum(Integer one, Integer other) {
        return one == null ? other : other == null ? one : Integer.valueOf(one + other);
    }
}
