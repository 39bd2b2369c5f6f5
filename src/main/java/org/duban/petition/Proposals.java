package org.duban.petition;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duban.engine.Decision;
import org.duban.engine.Decisions;
import org.duban.engine.Decisions.Match;
import org.duban.kernel.UnitCode;
import org.duban.organisation.Unit;
import org.duban.organisation.UnitKind;
import org.duban.organisation.Units;
import org.springframework.stereotype.Component;

/** Proposes the units of a letter by the table {@code DispatchProposal}: its place, its words and its kind of pollution. */
@Component
public class Proposals {

    static final String TABLE = "DispatchProposal";

    /** The district's own unit, as the table says it. */
    static final String LOCAL = "属地";

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
    private static final int DECIMALS = 2;

    private final Decisions decisions;
    private final Units units;
    private final Clock clock;

    Proposals(Decisions decisions, Units units, Clock clock) {
        this.decisions = decisions;
        this.units = units;
        this.clock = clock;
    }

    public Proposal of(Petition petition) {
        return of(petition.letter());
    }

    Proposal of(Letter letter) {
        Decision table = decisions.latest(TABLE);
        List<UnitCode> districts = districts(letter);
        List<String> reasons = new ArrayList<>();
        List<Proposal.Part> parts = new ArrayList<>();
        BigDecimal left = BigDecimal.ONE;
        List<String> rules = new ArrayList<>();
        for (Match row : rows(table, letter, !districts.isEmpty())) {
            rules.add(row.rule());
            reasons.add(row.annotation());
            Optional<UnitCode> unit = unit(row);
            if (unit.isPresent() && left.signum() > 0) {
                BigDecimal share = share(row).min(left);
                parts.add(new Proposal.Part(unit.get(), share));
                left = left.subtract(share);
            }
        }
        List<Proposal.Part> all = new ArrayList<>(evenly(districts, left));
        if (districts.size() > 1) {
            reasons.add("来件写到 " + districts.size() + " 个县（市、区），份额平分");
        }
        all.addAll(parts);
        List<String> known =
                table.table().rules().stream().map(Decisions.Rule::id).toList();
        return new Proposal(
                List.copyOf(all),
                List.copyOf(reasons),
                table.reference() + " " + String.join("、", rules),
                rules.stream().map(rule -> known.indexOf(rule) + 1).toList());
    }

    /** At most one department beside the district, and the row for the place; without a place one row says it all. */
    private static List<Match> rows(Decision table, Letter letter, boolean districtKnown) {
        List<Match> rows = new ArrayList<>();
        String type =
                letter.pollutionTypes().isEmpty() ? "" : letter.pollutionTypes().get(0);
        for (String word : words(table)) {
            if (letter.body().contains(word)) {
                Optional<Match> row = ask(table, word, type, districtKnown);
                if (row.isPresent() && !LOCAL.equals(row.get().text("unit"))) {
                    rows.add(row.get());
                    break;
                }
            }
        }
        if (rows.isEmpty() || districtKnown) {
            ask(table, "", type, districtKnown).ifPresent(rows::add);
        }
        return rows;
    }

    private static Optional<Match> ask(Decision table, String word, String type, boolean districtKnown) {
        Map<String, Object> asked = new HashMap<>();
        asked.put("keyword", word);
        asked.put("type", type);
        asked.put("districtKnown", districtKnown);
        return table.first(asked);
    }

    private static Set<String> words(Decision table) {
        Set<String> words = new LinkedHashSet<>();
        table.table().rules().forEach(rule -> {
            Matcher quoted = QUOTED.matcher(rule.cells().get(0));
            while (quoted.find()) {
                words.add(quoted.group(1));
            }
        });
        return words;
    }

    private Optional<UnitCode> unit(Match row) {
        String word = row.text("unit");
        return LOCAL.equals(word) ? Optional.empty() : units.find(word).map(Unit::code);
    }

    private static BigDecimal share(Match row) {
        return new BigDecimal(String.valueOf(row.outputs().get("share"))).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    /** The district named, and others the text names beside it. */
    private List<UnitCode> districts(Letter letter) {
        Set<UnitCode> found = new LinkedHashSet<>();
        if (letter.district() != null) {
            found.add(letter.district());
        }
        LocalDate today = LocalDate.now(clock);
        String text = (letter.region() == null ? "" : letter.region()) + letter.body();
        for (Unit unit : units.all()) {
            boolean county = unit.kind() == UnitKind.COUNTY || unit.kind() == UnitKind.ZONE;
            if (county && unit.workable(today) && text.contains(unit.name())) {
                found.add(unit.code());
            }
        }
        return List.copyOf(found);
    }

    /** Equal parts; what does not divide goes to the first. */
    private static List<Proposal.Part> evenly(List<UnitCode> districts, BigDecimal whole) {
        if (districts.isEmpty() || whole.signum() == 0) {
            return List.of();
        }
        BigDecimal each = whole.divide(BigDecimal.valueOf(districts.size()), DECIMALS, RoundingMode.DOWN);
        BigDecimal first = whole.subtract(each.multiply(BigDecimal.valueOf(districts.size() - 1L)));
        List<Proposal.Part> parts = new ArrayList<>();
        for (UnitCode district : districts) {
            parts.add(new Proposal.Part(district, (parts.isEmpty() ? first : each).setScale(DECIMALS)));
        }
        return parts;
    }
}
