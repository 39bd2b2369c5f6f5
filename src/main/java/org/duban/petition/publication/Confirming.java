package org.duban.petition.publication;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.petition.Petition;
import org.duban.petition.PetitionFact;
import org.duban.petition.PetitionNotes;
import org.duban.petition.PetitionStore;
import org.springframework.stereotype.Component;

/** The first person's part: a text with nothing in it that gives somebody away. */
@Component
class Confirming {

    private static final int LONGEST = 20_000;
    private static final int LONGEST_REASON = 200;

    private final PetitionStore petitions;
    private final PublicationStore store;
    private final WithholdingStore withholdings;
    private final Drafts drafts;
    private final PetitionNotes notes;
    private final Clock clock;

    Confirming(
            PetitionStore petitions,
            PublicationStore store,
            WithholdingStore withholdings,
            Drafts drafts,
            PetitionNotes notes,
            Clock clock) {
        this.petitions = petitions;
        this.store = store;
        this.withholdings = withholdings;
        this.drafts = drafts;
        this.notes = notes;
        this.clock = clock;
    }

    /** Keeps what was written so far; nobody vouches for it yet. */
    void save(CaseNo no, PublicText text, String reason, int version) {
        Petition petition = ready(no);
        Draft stored = current(no, version);
        bounded(text);
        store.save(draft(petition, stored, Draft.Step.DRAFT, text, optional(reason), kept(stored), null));
    }

    Draft confirm(CaseNo no, PublicText text, String reason, Set<String> kept, int version, Actor by) {
        Petition petition = ready(no);
        Draft stored = current(no, version);
        complete(text);
        Change change = change(petition, stored);
        String why = why(change, reason);
        if (change == Change.CORRECTED && text.equals(stored.text()) && stored.step() == Draft.Step.RELEASED) {
            throw new Refusal("与已公开的内容完全相同，没有需要更正的。请先改动文字再确认。");
        }
        List<PersonalDataLeft.Left> left = drafts.left(petition, text, kept);
        if (!left.isEmpty()) {
            throw new PersonalDataLeft(left);
        }
        Draft confirmed =
                draft(petition, stored, Draft.Step.CONFIRMED, text, why, kept, new Signature(by, clock.instant()));
        store.save(confirmed);
        long hidden = drafts.proposals(petition, confirmed.source()).values().stream()
                .mapToLong(List::size)
                .sum();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("change", change.label());
        data.put("masks", hidden);
        data.put("kept", kept.size());
        if (why != null) {
            data.put("reason", why);
        }
        data.put("sha256", PublishedContent.sha256(PublicRow.of(petition, text)));
        notes.add(no, PetitionFact.MASK_CONFIRMED, null, data, by);
        return confirmed;
    }

    /** Confirms a letter in which nothing was found to be hidden, as it stands. */
    void confirmUntouched(CaseNo no, Actor by) {
        Petition petition = ready(no);
        Draft stored = store.draft(no).orElse(null);
        if (stored != null && stored.step() == Draft.Step.CONFIRMED && stored.upToDate(petition)) {
            throw new Refusal("已经确认过，正等待发布。");
        }
        PublicText source = drafts.source(petition);
        boolean found = drafts.proposals(petition, source).values().stream().anyMatch(masks -> !masks.isEmpty());
        boolean edited = stored != null && stored.step() == Draft.Step.DRAFT;
        if (found || edited) {
            throw new Refusal("有建议遮盖之处或改过的文字，请打开逐件核对。");
        }
        confirm(no, drafts.text(petition, source, stored), null, Set.of(), stored == null ? 0 : stored.version(), by);
    }

    /** What the next release of the letter would be. */
    static Change change(Petition petition, Draft stored) {
        if (stored == null || stored.live() == Live.NONE) {
            return Change.FIRST;
        }
        if (stored.live() == Live.WITHDRAWN) {
            return Change.RESTORED;
        }
        boolean under = stored.step() != Draft.Step.RELEASED && stored.change() == Change.UPDATED;
        return under || !stored.upToDate(petition) ? Change.UPDATED : Change.CORRECTED;
    }

    private Petition ready(CaseNo no) {
        Petition petition = ready(petitions, no);
        withholdings.open(no).ifPresent(Withholdings::standing);
        return petition;
    }

    /** The letter, locked, if its answer may be decided on. */
    static Petition ready(PetitionStore petitions, CaseNo no) {
        Petition petition = petitions.lock(no).orElseThrow(() -> new Refusal("no", "没有案号为 " + no + " 的信访件，请核对案号。"));
        if (petition.letter().batch() == null) {
            throw new Refusal("信访件 " + no + " 不属于任何批次，不在批次公示表中公开。");
        }
        if (Draft.basis(petition) == null) {
            throw new Refusal(
                    "信访件 " + no + " 还没有通过材料审核的答复（目前“" + petition.state().label() + "”），不能公开。");
        }
        return petition;
    }

    private Draft current(CaseNo no, int version) {
        Draft stored = store.draft(no).orElse(null);
        if ((stored == null ? 0 : stored.version()) != version) {
            throw new Refusal("这件公开稿刚刚被别人改过，您的改动没有保存。请复制好您的文字，刷新后再改。");
        }
        return stored;
    }

    private Draft draft(
            Petition petition,
            Draft stored,
            Draft.Step step,
            PublicText text,
            String reason,
            Set<String> kept,
            Signature confirmed) {
        return new Draft(
                petition.no(),
                petition.letter().batch(),
                step,
                stored == null ? Live.NONE : stored.live(),
                change(petition, stored),
                reason,
                step == Draft.Step.DRAFT && stored != null ? stored.note() : null,
                text,
                drafts.source(petition),
                kept,
                Draft.basis(petition),
                petition.answer().outcome(),
                confirmed,
                stored == null ? 0 : stored.versions(),
                stored == null ? 0 : stored.version());
    }

    private static Set<String> kept(Draft stored) {
        return stored == null ? Set.of() : stored.kept();
    }

    private static void complete(PublicText text) {
        for (Part part : Part.values()) {
            if (part.needed() && text.get(part) == null) {
                throw new Refusal(part.name(), "“" + part.label() + "”是空的，公开前请填写。");
            }
        }
        bounded(text);
    }

    private static void bounded(PublicText text) {
        text.parts().forEach((part, words) -> {
            if (words.length() > LONGEST) {
                throw new Refusal(
                        part.name(), "“" + part.label() + "”有 " + words.length() + " 字，请缩短到 " + LONGEST + " 字以内。");
            }
        });
    }

    private static String why(Change change, String reason) {
        String why = optional(reason);
        if (change.needsReason() && why == null) {
            throw new Refusal("reason", "请写明" + change.label() + "的原因，会向公众显示。");
        }
        checkReason(why);
        return why;
    }

    static void checkReason(String why) {
        if (why == null) {
            return;
        }
        if (why.length() > LONGEST_REASON) {
            throw new Refusal("reason", "原因有 " + why.length() + " 字，请缩短到 " + LONGEST_REASON + " 字以内。");
        }
        if (!Masking.propose(why).isEmpty()) {
            throw new Refusal(
                    "reason",
                    "原因会向公众显示，其中像是有个人信息：“" + Masking.propose(why).get(0).original(why) + "”。请改写。");
        }
    }

    private static String optional(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
