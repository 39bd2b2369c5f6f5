package org.duban.petition;

import java.util.ArrayList;
import java.util.List;
import org.duban.engine.DecisionCheck;
import org.duban.engine.DecisionFile;
import org.duban.engine.DecisionFile.Row;
import org.duban.engine.Decisions.Match;
import org.duban.engine.RowFaults;
import org.duban.organisation.Units;
import org.springframework.stereotype.Component;

/** Every row of the table {@code DispatchProposal} must name a unit there is, and a part of a letter. */
@Component
class DispatchProposalCheck implements DecisionCheck {

    private final Units units;

    DispatchProposalCheck(Units units) {
        this.units = units;
    }

    @Override
    public String key() {
        return Proposals.TABLE;
    }

    @Override
    public List<String> faults(byte[] dmn) {
        DecisionFile file = DecisionFile.read(key(), dmn);
        List<String> faults = new ArrayList<>();
        for (Row row : file.rows()) {
            Match answer = file.answer(row);
            String unit = answer.text("unit");
            if (unit == null
                    || !unit.equals(Proposals.LOCAL) && units.find(unit).isEmpty()) {
                faults.add(RowFaults.fault(row, "承办单位", "“" + unit + "”应为“属地”或本市单位的全称、简称"));
            }
            boolean part = answer.outputs().get("share") instanceof Number share
                    && share.doubleValue() > 0
                    && share.doubleValue() <= 1;
            if (!part) {
                faults.add(RowFaults.fault(row, "份额", "应为大于 0、不大于 1 的数"));
            }
            RowFaults.missingClause(row, faults);
        }
        return faults;
    }
}
