package org.duban.petition;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.duban.kernel.UnitCode;
import org.duban.organisation.UnitKind;
import org.duban.organisation.Units;
import org.springframework.stereotype.Component;

/** Counts what a batch holds and holds it against what its paper says. */
@Component
class Reconciling {

    private static final String NOWHERE = "未写明";

    private final Units units;
    private final Clock clock;

    Reconciling(Units units, Clock clock) {
        this.units = units;
        this.clock = clock;
    }

    Totals totals(Batch batch, List<Petition> letters) {
        Map<String, BigDecimal> districts = new LinkedHashMap<>();
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        Map<String, Integer> types = new LinkedHashMap<>();
        for (Petition petition : letters) {
            parts(petition).forEach((name, share) -> districts.merge(name, share, BigDecimal::add));
            petition.shares().forEach(share -> shares.merge(name(share.unit()), share.share(), BigDecimal::add));
            petition.letter().pollutionTypes().forEach(type -> types.merge(type, 1, Integer::sum));
        }
        int calls = count(letters, petition -> petition.letter().channel() == Channel.CALL);
        int mails = count(letters, petition -> petition.letter().channel() == Channel.LETTER);
        int starred = count(letters, petition -> petition.letter().starred());
        int typed = types.values().stream().mapToInt(Integer::intValue).sum();
        List<String> differences = differences(batch.stated(), letters, calls, mails, starred, districts);
        return new Totals(
                letters.size(),
                calls,
                mails,
                starred,
                districts,
                shares,
                stated(batch.stated()),
                types,
                Totals.footnote(typed, letters.size()),
                differences,
                clock(letters));
    }

    /** By district: shares of districts once dispatched, with the departments' parts left where the letter is about. */
    private Map<String, BigDecimal> parts(Petition petition) {
        Letter letter = petition.letter();
        String own = letter.district() != null
                ? name(letter.district())
                : Objects.requireNonNullElse(letter.region(), NOWHERE);
        if (petition.shares().isEmpty()) {
            return Map.of(own, BigDecimal.ONE);
        }
        Map<String, BigDecimal> parts = new LinkedHashMap<>();
        for (Share share : petition.shares()) {
            boolean elsewhere = isDistrict(share.unit()) || letter.district() == null;
            parts.merge(elsewhere ? name(share.unit()) : own, share.share(), BigDecimal::add);
        }
        return parts;
    }

    private boolean isDistrict(UnitCode code) {
        return units.byCode(code)
                .filter(unit -> unit.kind() == UnitKind.COUNTY || unit.kind() == UnitKind.ZONE)
                .isPresent();
    }

    private static int count(List<Petition> letters, Predicate<Petition> which) {
        return (int) letters.stream().filter(which).count();
    }

    private Totals.Clock clock(List<Petition> letters) {
        LocalDate today = LocalDate.now(clock);
        return new Totals.Clock(
                letters.size(),
                count(letters, petition -> petition.state() != PetitionState.REGISTERED),
                count(
                        letters,
                        petition -> petition.course().signedAt() != null
                                || petition.state() != PetitionState.FOLDED
                                        && petition.state().ordinal() > PetitionState.DISPATCHED.ordinal()),
                count(
                        letters,
                        petition -> petition.course().answeredAt() != null || petition.state() == PetitionState.CLOSED),
                count(letters, petition -> petition.state() == PetitionState.CLOSED),
                count(letters, petition -> petition.state() != PetitionState.CLOSED && petition.overdue(today)));
    }

    private List<String> differences(
            Batch.Stated stated,
            List<Petition> letters,
            int calls,
            int mails,
            int starred,
            Map<String, BigDecimal> districts) {
        List<String> found = new ArrayList<>();
        differ("件数", stated.letters(), letters.size(), found);
        differ("来电", stated.calls(), calls, found);
        differ("来信", stated.mails(), mails, found);
        differ("重点件", stated.starred(), starred, found);
        paper(stated, found);
        districts(stated, districts, found);
        int waiting = count(letters, petition -> petition.state() == PetitionState.REGISTERED);
        if (waiting > 0) {
            found.add("还有 " + waiting + " 件没有转办");
        }
        BigDecimal shares = districts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (shares.compareTo(BigDecimal.valueOf(letters.size())) != 0) {
            found.add("份额合计 " + plain(shares) + "，实有 " + letters.size() + " 件，相差 "
                    + plain(shares.subtract(BigDecimal.valueOf(letters.size())).abs()));
        }
        if (letters.isEmpty() && (stated.letters() == null || stated.letters() > 0)) {
            found.add("本批还没有导入信访件");
        }
        return found.stream().distinct().toList();
    }

    private static void differ(String word, Integer stated, int counted, List<String> found) {
        if (stated != null && stated != counted) {
            found.add("来文写" + word + " " + stated + "，实有 " + counted + "，相差 " + Math.abs(stated - counted));
        }
    }

    /** What the paper itself does not add up. */
    static void paper(Batch.Stated stated, List<String> found) {
        if (stated.letters() != null && !stated.districts().isEmpty()) {
            BigDecimal sum = stated.districts().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal off = sum.subtract(BigDecimal.valueOf(stated.letters()));
            if (off.signum() != 0) {
                found.add("来文分地区合计 " + plain(sum) + "，件数 " + stated.letters() + "，相差 " + plain(off.abs()));
            }
        }
        if (stated.letters() != null && stated.calls() != null && stated.mails() != null) {
            int off = stated.calls() + stated.mails() - stated.letters();
            if (off != 0) {
                found.add("来文来电来信合计 " + (stated.calls() + stated.mails()) + "，件数 " + stated.letters() + "，相差 "
                        + Math.abs(off));
            }
        }
    }

    private void districts(Batch.Stated stated, Map<String, BigDecimal> counted, List<String> found) {
        stated(stated).forEach((shown, number) -> {
            BigDecimal here = counted.getOrDefault(shown, BigDecimal.ZERO);
            if (here.compareTo(number) != 0) {
                found.add(shown + "来文 " + plain(number) + " 件，实有 " + plain(here) + " 件，相差 "
                        + plain(number.subtract(here).abs()));
            }
        });
    }

    private Map<String, BigDecimal> stated(Batch.Stated stated) {
        Map<String, BigDecimal> known = new LinkedHashMap<>();
        stated.districts()
                .forEach((name, number) -> known.merge(
                        units.find(name).map(unit -> name(unit.code())).orElse(name), number, BigDecimal::add));
        return known;
    }

    private String name(UnitCode code) {
        return units.shortName(code);
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** Counts as text without trailing noughts, to be compared. */
    static Map<String, String> plain(Batch.Stated stated) {
        Map<String, String> plain = new TreeMap<>();
        plain.put("件数", String.valueOf(stated.letters()));
        plain.put("来电", String.valueOf(stated.calls()));
        plain.put("来信", String.valueOf(stated.mails()));
        plain.put("重点件", String.valueOf(stated.starred()));
        stated.districts().forEach((name, number) -> plain.put("地区/" + name, plain(number)));
        stated.types().forEach((name, number) -> plain.put("类型/" + name, plain(number)));
        return plain;
    }
}
