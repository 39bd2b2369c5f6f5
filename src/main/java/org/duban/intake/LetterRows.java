package org.duban.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.duban.intake.UnitNames.Named;
import org.duban.intake.sheet.SheetRow;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;
import org.duban.petition.Answer;
import org.duban.petition.Batch;
import org.duban.petition.Channel;
import org.duban.petition.Identity;
import org.duban.petition.NewLetter;
import org.duban.petition.Ordinals;
import org.duban.petition.Outcome;
import org.duban.petition.PetitionNumber;
import org.duban.petition.Sanctions;
import org.duban.petition.Verdict;

/** Reads the rows of one table of letters below its headings. */
final class LetterRows {

    /** What a row became: a letter, or its errors; notes are remarks on what was taken all the same. */
    record Result(int row, NewLetter letter, List<RowError> errors, List<String> notes) {

        boolean refused() {
            return !errors.isEmpty();
        }
    }

    /** Stands in the error sheet where somebody's identity was; to be filled in again, never taken for a name. */
    static final String LEFT_OUT = "（身份信息不带出，请从原表补填）";

    private static final Pattern NONE = Pattern.compile("[-—/、\\s]*|无");
    private static final Pattern YES = Pattern.compile("是|√|✓|\\*|★|重点件?|有|1");

    private final Headings<LetterColumn> headings;
    private final UnitPhrases units;
    private final UnitNames names;
    private final String usualSource;
    private final LocalDate today;

    LetterRows(
            Headings<LetterColumn> headings, UnitPhrases units, UnitNames names, String usualSource, LocalDate today) {
        this.headings = headings;
        this.units = units;
        this.names = names;
        this.usualSource = usualSource;
        this.today = today;
    }

    Result read(SheetRow row) {
        return new One(row).read();
    }

    /** One row being read. */
    private final class One {
        private final SheetRow row;
        private final List<RowError> errors = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        private One(SheetRow row) {
            this.row = row;
        }

        private Result read() {
            headings.places().keySet().forEach(column -> {
                if (headings.cell(row, column).fault() != null) {
                    refuse(column, headings.cell(row, column).fault(), "请改正公式，或复制该列后用“选择性粘贴—数值”粘贴回原处，保存后再导入。");
                }
            });
            String body = Text.clean(text(LetterColumn.BODY));
            if (body.isEmpty()) {
                refuse(LetterColumn.BODY, name(LetterColumn.BODY) + "为空", "请补上信访件的内容后再导入。");
            }
            String inspection = inspection();
            boolean starred = starred();
            Channel given = channel(inspection);
            PetitionNumber number = number(inspection, given);
            Channel channel = number != null && number.channel() != null ? number.channel() : given;
            Optional<LocalDate> published = date(LetterColumn.PUBLISHED, today);
            Place place = place();
            LocalDate received = received(number, published.orElse(today));
            Batch.Key batch = batch(inspection, place);
            Answer answer = answer();
            boolean told = answer.verdict() != null || answer.findings() != null || answer.handling() != null;
            boolean past = answer.outcome() == Outcome.DONE
                    || answer.outcome() == null && (told || published.isPresent())
                    || place.elsewhere();
            Identity identity = identity();
            if (!errors.isEmpty()) {
                return new Result(row.number(), null, errors, List.of());
            }
            NewLetter letter = new NewLetter(
                    number,
                    channel == null ? Channel.OTHER : channel,
                    inspection,
                    optional(LetterColumn.HANDOVER),
                    batch,
                    handed(),
                    received,
                    place.region(),
                    place.district(),
                    optional(LetterColumn.PLACE),
                    optional(LetterColumn.FIRM),
                    PollutionTypes.read(text(LetterColumn.POLLUTION)),
                    optional(LetterColumn.PROBLEM_TYPE),
                    body,
                    optional(LetterColumn.REFERENCE),
                    starred,
                    anonymous(),
                    identity,
                    answer,
                    past);
            return new Result(row.number(), letter, errors, notes);
        }

        private String inspection() {
            String written = Text.key(text(LetterColumn.INSPECTION));
            if (!written.isEmpty()) {
                return written;
            }
            if (usualSource != null) {
                return Text.key(usualSource);
            }
            String title = headings.title();
            int end = title.indexOf("督察组") >= 0 ? title.indexOf("督察组") + 3 : title.indexOf("督察") + 2;
            return title.contains("督察") ? Text.key(title.substring(0, end)) : null;
        }

        private boolean starred() {
            String written = Text.clean(text(LetterColumn.STARRED));
            boolean marked = text(LetterColumn.NUMBER).contains("*")
                    || text(LetterColumn.NUMBER).contains("★");
            if (marked || YES.matcher(written).matches()) {
                return true;
            }
            if (!written.isEmpty() && !written.matches("否|不是|0|一般件?|普通件?|[-—/]+|无")) {
                refuse(LetterColumn.STARRED, "“" + Text.shorten(written, 20) + "”看不出是不是重点件", "请填“是”或“否”，或留空。");
            }
            return false;
        }

        private Channel channel(String inspection) {
            String written = Text.withoutBrackets(Text.halfWidth(Text.clean(text(LetterColumn.CHANNEL))));
            boolean everyDay = inspection != null && !inspection.contains("督察");
            if (everyDay && Channel.of(inspection).isPresent()) {
                // 12369环保举报热线 with 来电 is a platform's letter, not an inspection's call.
                return Channel.of(inspection).get();
            }
            if (written.isBlank()) {
                return null;
            }
            return Channel.of(written).orElseGet(() -> {
                note(LetterColumn.CHANNEL, "“" + written + "”不是来电、来信、平台、微信、12345、来访，记为其他");
                return Channel.OTHER;
            });
        }

        private PetitionNumber number(String inspection, Channel channel) {
            String written =
                    Text.key(text(LetterColumn.NUMBER)).replaceAll("[*★☆]", "").toUpperCase();
            if (NONE.matcher(written).matches()) {
                note(LetterColumn.NUMBER, "没有编号，按来件内容辨认，同样内容不会重复登记");
                return null;
            }
            try {
                boolean everyDay = inspection != null && !inspection.contains("督察");
                return PetitionNumber.read(written, everyDay ? null : inspection, channel, today);
            } catch (Refusal refusal) {
                refuse(LetterColumn.NUMBER, refusal.getMessage(), "请对照来文改正编号后再导入。");
                return null;
            }
        }

        /** @param region as written; district null when it is none of the city's */
        private record Place(String region, UnitCode district, boolean elsewhere) {}

        private Place place() {
            String city = Text.key(text(LetterColumn.CITY));
            String county = Text.key(text(LetterColumn.COUNTY));
            String region =
                    county.isEmpty() ? city : city.isEmpty() || county.startsWith(city) ? county : city + county;
            String smallest = county.isEmpty() ? city : county;
            if (NONE.matcher(smallest).matches()) {
                note(LetterColumn.CITY, "没有写明县（市、区），留待转办时确定");
                return new Place(null, null, false);
            }
            Optional<UnitCode> district = names.find(smallest)
                    .or(() -> names.find(smallest.replaceFirst("^" + Pattern.quote(city), "")))
                    .map(Named::code);
            boolean ours = district.isPresent() && (county.isEmpty() || city.isEmpty() || units.inThisCity(city));
            if (ours) {
                boolean whole =
                        names.find(smallest).filter(unit -> !unit.workable()).isPresent();
                return new Place(region, whole ? null : district.get(), false);
            }
            if (!county.isEmpty() && !city.isEmpty() && !units.inThisCity(city)) {
                note(LetterColumn.CITY, "“" + region + "”不在本市，只作比对，不转办");
                return new Place(region, null, true);
            }
            Reading<List<UnitCode>> reading = units.read(smallest);
            if (!reading.refused() && !reading.value().isEmpty()) {
                return new Place(region, reading.value().get(0), false);
            }
            refuse(
                    county.isEmpty() ? LetterColumn.CITY : LetterColumn.COUNTY,
                    reading.refused() ? reading.fault().replaceFirst("^单位", "县（市、区）") : "“" + smallest + "”不是本市的县（市、区）",
                    reading.refused() ? reading.remedy() : "请写明本市的县（市、区）或开发区名称。");
            return new Place(region, null, false);
        }

        private LocalDate received(PetitionNumber number, LocalDate about) {
            Optional<LocalDate> written = date(LetterColumn.RECEIVED, about);
            if (number != null && number.day() != null) {
                if (written.isPresent() && !written.get().equals(number.day())) {
                    note(LetterColumn.RECEIVED, "受理日期 " + written.get() + " 与编号中的日期 " + number.day() + " 不同，以编号为准");
                }
                return number.day();
            }
            LocalDate day = written.or(() -> date(LetterColumn.BATCH, about))
                    .or(() -> date(LetterColumn.HANDED, about))
                    .or(() -> date(LetterColumn.PUBLISHED, about))
                    .orElse(null);
            if (day == null) {
                note(LetterColumn.RECEIVED, "没有写明受理日期，按今天登记");
                return today;
            }
            if (day.isAfter(today)) {
                refuse(LetterColumn.RECEIVED, "受理日期 " + day + " 还没有到", "请核对来文，填写今天或以前的日期。");
            }
            return day;
        }

        private LocalDate handed() {
            return date(LetterColumn.HANDED, today)
                    .or(() -> date(LetterColumn.BATCH, today))
                    .orElse(null);
        }

        private Optional<LocalDate> date(LetterColumn column, LocalDate about) {
            if (headings.cell(row, column).date() != null) {
                return Optional.of(headings.cell(row, column).date());
            }
            try {
                return LetterDates.read(text(column), about);
            } catch (DateTimeException e) {
                if (column == LetterColumn.RECEIVED || column == LetterColumn.HANDED) {
                    refuse(column, "日期“" + Text.shorten(text(column), 30) + "”不存在或写法不清", "请写成“2026年5月9日”。");
                }
                return Optional.empty();
            }
        }

        private Batch.Key batch(String inspection, Place place) {
            String written = Text.clean(text(LetterColumn.BATCH));
            Optional<Integer> ordinal = Ordinals.read(written);
            if (ordinal.isEmpty()) {
                ordinal = written.isEmpty() ? Ordinals.read(headings.title()) : Optional.empty();
                if (!NONE.matcher(written).matches()) {
                    note(LetterColumn.BATCH, "“" + Text.shorten(written, 30) + "”没有写明是哪一批，不归入批次");
                }
            }
            if (ordinal.isEmpty()) {
                return null;
            }
            if (inspection == null) {
                refuse(LetterColumn.BATCH, "写了批次但不知道是哪次督察", "请增加“督察来源”列，或在导入时填写来源。");
                return null;
            }
            return new Batch.Key(inspection, place.elsewhere() ? Text.key(text(LetterColumn.CITY)) : "", ordinal.get());
        }

        private Answer answer() {
            String written = Text.withoutBrackets(Text.halfWidth(Text.clean(text(LetterColumn.VERDICT))));
            Verdict verdict = Verdict.of(written).orElse(null);
            if (verdict == null && !NONE.matcher(written).matches()) {
                refuse(
                        LetterColumn.VERDICT,
                        "“" + Text.shorten(written, 20) + "”不是规定的说法",
                        "请填“属实”“部分属实”“基本属实”或“不属实”，没有结论的留空。");
            }
            return new Answer(
                    verdict,
                    outcome(),
                    optional(LetterColumn.FINDINGS),
                    optional(LetterColumn.HANDLING),
                    optional(LetterColumn.GOAL),
                    optional(LetterColumn.ACCOUNTABILITY),
                    Sanctions.NONE,
                    null);
        }

        private Outcome outcome() {
            String written = Text.clean(text(LetterColumn.OUTCOME));
            String plain = Text.withoutBrackets(Text.halfWidth(written)).strip();
            if (NONE.matcher(plain).matches()) {
                return null;
            }
            return Outcome.of(plain).orElseGet(() -> {
                note(LetterColumn.OUTCOME, "“" + Text.shorten(written, 30) + "”不是已办结、阶段性办结或未办结，按未办结登记");
                return Outcome.OPEN;
            });
        }

        private Identity identity() {
            for (LetterColumn column : headings.places().keySet()) {
                if (column.ofIdentity() && text(column).strip().equals(LEFT_OUT)) {
                    errors.add(error(column, null, "身份信息没有从退回表带出", "请从原表补填，或清空该格。"));
                }
            }
            String name = optional(LetterColumn.NAME);
            Identity identity = new Identity(
                    name != null && name.contains("匿名") ? null : name,
                    optional(LetterColumn.PHONE),
                    optional(LetterColumn.ID_NUMBER),
                    optional(LetterColumn.ADDRESS),
                    null);
            return identity.named() ? identity : null;
        }

        private boolean anonymous() {
            return text(LetterColumn.NAME).contains("匿名")
                    || YES.matcher(Text.clean(text(LetterColumn.ANONYMOUS))).matches();
        }

        private String text(LetterColumn column) {
            return headings.text(row, column);
        }

        private String optional(LetterColumn column) {
            String text = Text.clean(text(column));
            return text.isEmpty() ? null : text;
        }

        private String name(LetterColumn column) {
            return headings.nameOf(column, column.label());
        }

        private void refuse(LetterColumn column, String fault, String remedy) {
            errors.add(error(column, column.ofIdentity() ? null : Text.shorten(text(column), 200), fault, remedy));
        }

        private RowError error(LetterColumn column, String value, String fault, String remedy) {
            return new RowError(row.number(), name(column), value, fault, remedy);
        }

        private void note(LetterColumn column, String note) {
            notes.add("第 " + row.number() + " 行“" + name(column) + "”：" + note + "。");
        }
    }
}
