package org.duban.card.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.duban.card.Card;
import org.duban.card.CardCause;
import org.duban.card.CardColour;
import org.duban.card.CardState;
import org.duban.card.ProposerKind;
import org.duban.card.Verdict;
import org.duban.card.Wanted;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;

/** Reads a row of the cards. */
final class CardRow {

    private CardRow() {}

    static Card card(ResultSet row, int number) throws SQLException {
        return new Card(
                CaseNo.of(row.getString("no")),
                CaseNo.of(row.getString("subject_no")),
                row.getString("title"),
                UnitCode.of(row.getString("unit_code")),
                CardCause.valueOf(row.getString("cause")),
                row.getString("importance"),
                CardState.valueOf(row.getString("state")),
                row.getInt("level"),
                Columns.colour(row, "colour"),
                wanted(row),
                ProposerKind.valueOf(row.getString("proposer_kind")),
                Columns.at(row, "proposed_at"),
                row.getObject("reply_due_on", LocalDate.class),
                Columns.at(row, "issued_at"),
                Columns.at(row, "closed_at"),
                row.getString("closing_reason"));
    }

    private static Wanted wanted(ResultSet row) throws SQLException {
        CardColour colour = Columns.colour(row, "wanted_colour");
        return colour == null
                ? null
                : new Wanted(
                        new Verdict(
                                colour,
                                row.getInt("wanted_reply_days"),
                                row.getString("wanted_approver"),
                                row.getString("wanted_clause"),
                                row.getString("wanted_rule")),
                        row.getString("wanted_demand"));
    }
}
