package org.duban.petition;

import java.math.BigDecimal;
import java.time.Instant;
import org.duban.kernel.UnitCode;

/** A unit's part in a letter; the parts of a letter add up to one. */
public record Share(UnitCode unit, BigDecimal share, Instant signedAt, String signedBy, Instant answeredAt) {

    static Share of(UnitCode unit, BigDecimal share) {
        return new Share(unit, share, null, null, null);
    }

    boolean signed() {
        return signedAt != null;
    }

    boolean answered() {
        return answeredAt != null;
    }

    Share signed(Instant at, String by) {
        return new Share(unit, share, at, by, answeredAt);
    }

    Share answered(Instant at) {
        return new Share(unit, share, signedAt, signedBy, at);
    }

    /** The same part in another unit's hands, which has not signed for it. */
    Share movedTo(UnitCode other) {
        return of(other, share);
    }
}
