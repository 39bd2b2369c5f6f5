package org.duban.notice.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duban.kernel.UnitCode;
import org.duban.kernel.Zones;
import org.duban.notice.paper.store.TemplateStore;
import org.duban.organisation.Unit;
import org.duban.organisation.Units;
import org.springframework.stereotype.Component;

/** Makes the file of a paper from the template in force, the office's own words and what the draft tells. */
@Component
class PaperMaker {

    /** 2026年3月5日, as official papers write a day. */
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final Templates templates;
    private final TemplateStore store;
    private final Units units;

    PaperMaker(Templates templates, TemplateStore store, Units units) {
        this.templates = templates;
        this.store = store;
        this.units = units;
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Zones.CITY);
    }

    Made make(Draft draft, int year, int serial, Instant at) {
        Letterhead letterhead = store.letterhead(draft.kind());
        Template template = templates.inForce(draft.kind());
        String number = letterhead.number(year, serial);
        String title = draft.kind().title(draft.fields().getOrDefault(PaperField.COLOUR, ""));
        Map<String, String> words = new HashMap<>();
        draft.kind().fields().forEach(name -> words.put(name, draft.fields().getOrDefault(name, "")));
        words.put(Placeholders.HEAD, letterhead.head());
        words.put(Placeholders.TITLE, title);
        words.put(Placeholders.NUMBER, number);
        words.put(Placeholders.ADDRESSEE, name(draft.addressee()));
        words.put(Placeholders.ORGAN, letterhead.organ());
        words.put(Placeholders.DATE, DAY.format(day(at)));
        words.put(Placeholders.COPIES, copies(draft));
        byte[] file = TemplateFiller.fill(
                store.content(draft.kind(), template.version()).orElseThrow(), words, Placeholders.conditions(words));
        return new Made(number, title, fileName(title, number), file, Hashes.sha256(file), template.id());
    }

    private String copies(Draft draft) {
        List<String> names = new ArrayList<>();
        draft.copies().forEach(copy -> names.add(name(copy)));
        String more = draft.fields().getOrDefault(PaperField.MORE_COPIES, "").strip();
        if (!more.isEmpty()) {
            names.add(more);
        }
        return String.join("、", names);
    }

    private String name(UnitCode code) {
        return units.byCode(code).map(Unit::name).orElse(code.value());
    }

    // What Windows does not allow in a name has no place in a number either; an office may have typed it all the same.
    private static String fileName(String title, String number) {
        return (number + title).replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "") + ".docx";
    }
}
