package org.duban.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.duban.intake.UnitNames.Named;
import org.duban.kernel.UnitCode;

/**
 * Finds the units a cell names. Commas part units; 、 does too, except within a name (晋江市委、市政府); 各县(市、区) means
 * every county and zone.
 */
final class UnitPhrases {

    private static final Pattern COUNTIES = Pattern.compile("县\\(市[、,/]?区\\)|县[、,]?市[、,]区|县市区|县\\(区\\)|县\\(市\\)");
    private static final Pattern EVERY_COUNTY = Pattern.compile("(?:全市)?(?:各|各有关|所有)(?:县市区|县区|地|属地|相关县市区)(?:政府)?");
    private static final Pattern WHOLE_CITY = Pattern.compile("全市|市本级|^市直|^市级|^市区$");
    private static final Pattern HARD = Pattern.compile("[,;/|\\n]+");
    private static final Pattern SOFT = Pattern.compile("、+");
    private static final Pattern JOINED = Pattern.compile("(?<=.)(?:以及|和|与|及)(?=.)");
    private static final Pattern LABEL = Pattern.compile("^(?:市直)?(?:牵头|责任|配合|监管|督导|验收)(?:责任)?单位:");
    private static final Pattern LABELLED = Pattern.compile("^.*单位\\(([^()]+)\\)$");
    private static final Pattern BODIES = Pattern.compile(
            "(?:(?:党工委|党委|工委|委)(?:和|、|及)?" + "(?:(?:县|市|区)?(?:人民政府|政府)|管委会|管理委员会)?|人民政府|政府|管委会|管理委员会)$");
    private static final Pattern BODY_ALONE = Pattern.compile("(?:县|市|区)?(?:人民政府|政府|管委会|管理委员会|党委|党工委|委)");
    private static final Pattern UNNAMED =
            Pattern.compile("(?:市直|市级|县直|其他|各级|各|全市)*(?:有关|相关|各有关|各相关)?(?:市直|市级)?(?:有关|相关)?(?:单位|部门|责任单位|镇街|乡镇|企业)");
    private static final Pattern HIGHER_LEVEL =
            Pattern.compile(".*(?:省|国家|部)级?(?:有关部门)?(?:验收|核查|复核|督办).*|市级(?:初验|验收).*");

    private final UnitNames units;
    private final Map<String, Reading<List<UnitCode>>> read = new ConcurrentHashMap<>();

    UnitPhrases(UnitNames units) {
        this.units = units;
    }

    /** The units named, in order and without repeats; lists repeat the same phrases, so answers are remembered. */
    Reading<List<UnitCode>> read(String text) {
        return read.computeIfAbsent(Text.clean(text), this::parse);
    }

    /** Whether the text names a county or zone of this city, one of its townships, or the city itself. */
    boolean inThisCity(String region) {
        String plain = Text.fold(region);
        if (plain.isEmpty()
                || WHOLE_CITY.matcher(plain).find()
                || units.find(region).isPresent()) {
            return true;
        }
        return EVERY_COUNTY.matcher(plain).matches()
                || Stream.concat(units.counties().stream(), units.all().stream().filter(unit -> !unit.workable()))
                        .anyMatch(unit -> plain.contains(Text.fold(unit.name()))
                                || plain.startsWith(Text.fold(unit.shortName())));
    }

    String name(UnitCode code) {
        return units.all().stream()
                .filter(unit -> unit.code().equals(code))
                .map(Named::name)
                .findFirst()
                .orElse(code.value());
    }

    private Reading<List<UnitCode>> parse(String text) {
        String plain = COUNTIES.matcher(Text.halfWidth(text)).replaceAll("县市区");
        if (HIGHER_LEVEL.matcher(plain).matches()) {
            return Reading.of(List.of(), "“" + text + "”不是本市单位，留待确认交办时指定");
        }
        Set<UnitCode> found = new LinkedHashSet<>();
        List<String> notes = new ArrayList<>();
        for (String part : HARD.split(plain)) {
            String phrase = LABEL.matcher(part.strip()).replaceFirst("").strip();
            String problem = phrase.isEmpty() || phrase.matches("[-—.。]+") ? null : take(phrase, found, notes);
            if (problem != null) {
                return unknown(problem);
            }
        }
        return Reading.of(List.copyOf(found), notes.isEmpty() ? null : String.join(";", notes));
    }

    /** Takes one phrase between commas; answers the part that names no unit, or null. */
    private String take(String phrase, Set<UnitCode> found, List<String> notes) {
        if (one(phrase, found, notes)) {
            return null;
        }
        String[] parts = SOFT.split(phrase);
        for (int from = 0; from < parts.length; ) {
            int next = longest(parts, from, found, notes);
            if (next > from) {
                from = next;
                continue;
            }
            boolean bodyOfPrevious = from > 0 && BODY_ALONE.matcher(parts[from]).matches();
            if (!bodyOfPrevious && !parts[from].isBlank() && !joined(parts[from], found, notes)) {
                return parts[from];
            }
            from++;
        }
        return null;
    }

    /** Tries the longest run of parts first, since a name may itself contain 、. */
    private int longest(String[] parts, int from, Set<UnitCode> found, List<String> notes) {
        if (from > 0 && BODY_ALONE.matcher(parts[from]).matches()) {
            return from;
        }
        for (int to = parts.length; to > from; to--) {
            if (one(String.join("、", List.of(parts).subList(from, to)), found, notes)) {
                return to;
            }
        }
        return from;
    }

    private boolean joined(String phrase, Set<UnitCode> found, List<String> notes) {
        String[] parts = JOINED.split(phrase);
        if (parts.length < 2) {
            return false;
        }
        Set<UnitCode> all = new LinkedHashSet<>();
        for (String part : parts) {
            if (!BODY_ALONE.matcher(part).matches() && !one(part, all, notes)) {
                return false;
            }
        }
        return found.addAll(all) || !all.isEmpty();
    }

    private boolean one(String phrase, Set<UnitCode> found, List<String> notes) {
        String whole = phrase.strip().replaceAll("等(?:单位|部门)?$", "");
        if (UNNAMED.matcher(whole).matches()) {
            notes.add("“" + whole + "”没有写明是哪些单位，未列入，可在确认交办时补充");
            return true;
        }
        for (String variant : List.of(
                whole,
                Text.withoutBrackets(whole),
                BODIES.matcher(whole).replaceFirst(""),
                BODIES.matcher(Text.withoutBrackets(whole)).replaceFirst(""),
                LABELLED.matcher(whole).replaceFirst("$1"),
                whole.replaceAll("[()]", ""))) {
            if (EVERY_COUNTY.matcher(variant).matches()) {
                units.counties().forEach(county -> found.add(county.code()));
                return true;
            }
            Optional<Named> unit = variant.isBlank() ? Optional.empty() : units.find(variant);
            if (unit.isPresent() && unit.get().workable()) {
                found.add(unit.get().code());
                return true;
            }
        }
        return false;
    }

    private Reading<List<UnitCode>> unknown(String phrase) {
        if (units.find(phrase).isPresent()) {
            return Reading.fault("“" + phrase + "”不能承办具体问题（市本级或已撤销的单位）", "请写明承办的县（市、区）或市直部门。");
        }
        String remedy = similar(phrase)
                .map(name -> "是否为“" + name + "”？请改正名称，或先在单位管理中新增该单位后再导入。")
                .orElse("请核对名称（全称、简称均可），或先在单位管理中新增该单位后再导入。");
        return Reading.fault("单位“" + Text.shorten(phrase, 40) + "”不存在", remedy);
    }

    /** The unit sharing the most characters in order, if that is more than half of them. */
    private Optional<String> similar(String phrase) {
        String plain = Text.fold(phrase);
        record Candidate(String name, double likeness) {}
        return units.all().stream()
                .filter(Named::workable)
                .map(unit -> new Candidate(
                        unit.name(), Math.max(likeness(plain, unit.name()), likeness(plain, unit.shortName()))))
                .filter(candidate -> candidate.likeness() > 0.6)
                .max(Comparator.comparingDouble(Candidate::likeness))
                .map(Candidate::name);
    }

    private static double likeness(String phrase, String name) {
        String other = Text.fold(name);
        int[] row = new int[other.length() + 1];
        for (int i = 0; i < phrase.length(); i++) {
            int diagonal = 0;
            for (int j = 1; j <= other.length(); j++) {
                int above = row[j];
                row[j] = phrase.charAt(i) == other.charAt(j - 1) ? diagonal + 1 : Math.max(row[j], row[j - 1]);
                diagonal = above;
            }
        }
        return 2.0 * row[other.length()] / Math.max(1, phrase.length() + other.length());
    }
}
