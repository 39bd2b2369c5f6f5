package org.duban.petition.publication;

import org.duban.kernel.CaseNo;

/**
 * Why a letter is kept from the public, and who says so.
 *
 * @param explanation how the ground applies; never for the public
 * @param confirmed null while the second person has not agreed
 * @param ended by whom it was rejected or lifted; null while it stands
 * @param why it was rejected or lifted
 */
public record Withholding(
        long id,
        CaseNo no,
        long batch,
        Ground ground,
        String explanation,
        Signature proposed,
        Signature confirmed,
        Signature ended,
        String why) {

    static Withholding proposed(CaseNo no, long batch, Ground ground, String explanation, Signature by) {
        return new Withholding(0, no, batch, ground, explanation, by, null, null, null);
    }

    public boolean decided() {
        return confirmed != null;
    }

    Withholding confirmed(Signature by) {
        return new Withholding(id, no, batch, ground, explanation, proposed, by, null, null);
    }

    Withholding ended(Signature by, String reason) {
        return new Withholding(id, no, batch, ground, explanation, proposed, confirmed, by, reason);
    }

    /** 不同意 when it was never confirmed, 解除 otherwise. */
    public String endedLabel() {
        return decided() ? "解除" : "不同意";
    }
}
