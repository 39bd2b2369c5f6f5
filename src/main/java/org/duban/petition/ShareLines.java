package org.duban.petition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.duban.kernel.Refusal;
import org.duban.petition.PetitionCommand.Dispatch;

/** Units and shares as the lines of a page's form bring them. */
public final class ShareLines {

    private ShareLines() {}

    /** Lines without a unit are lines not used. */
    public static List<Dispatch.ShareOf> read(List<String> units, List<String> shares) {
        List<Dispatch.ShareOf> asked = new ArrayList<>();
        for (int i = 0; units != null && i < units.size(); i++) {
            if (!units.get(i).isBlank()) {
                String written =
                        shares != null && i < shares.size() ? shares.get(i).strip() : "";
                asked.add(new Dispatch.ShareOf(units.get(i), written.isEmpty() ? null : number(written)));
            }
        }
        return asked;
    }

    private static BigDecimal number(String written) {
        if (!written.matches("\\d(?:\\.\\d{1,4})?")) {
            throw new Refusal("shares", "份额“" + written + "”不是数，请填 0.5 这样的数。");
        }
        return new BigDecimal(written);
    }
}
