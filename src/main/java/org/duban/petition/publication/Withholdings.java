package org.duban.petition.publication;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.petition.Petition;
import org.duban.petition.PetitionFact;
import org.duban.petition.PetitionNotes;
import org.duban.petition.PetitionStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 不予公开: one person asks for it on a ground of the law, another decides. The letter goes on without a public line and
 * stays in its batch's sums; the public learns how many, never which.
 */
@Service
@Transactional
public class Withholdings {

    private static final int LONGEST = 200;

    private final PetitionStore petitions;
    private final PublicationStore publications;
    private final WithholdingStore store;
    private final PetitionNotes notes;
    private final Clock clock;

    Withholdings(
            PetitionStore petitions,
            PublicationStore publications,
            WithholdingStore store,
            PetitionNotes notes,
            Clock clock) {
        this.petitions = petitions;
        this.publications = publications;
        this.store = store;
        this.notes = notes;
        this.clock = clock;
    }

    /** The first person asks. */
    public void propose(CaseNo no, Ground ground, String explanation, Actor by) {
        Petition petition = Confirming.ready(petitions, no);
        if (ground == null) {
            throw new Refusal("ground", "请选择不予公开的法定理由。");
        }
        String words = words("explanation", explanation, "请写明依据，如定密文号、第三方意见或者举报人的书面要求。");
        store.open(no).ifPresent(Withholdings::standing);
        publications.draft(no).filter(draft -> draft.live() != Live.NONE).ifPresent(draft -> {
            throw new Refusal(
                    draft.live() == Live.SHOWN
                            ? "这件已经公开，不能再定为不予公开；确有不宜公开的内容，请先撤回公开。"
                            : "这件已经撤回，公开页上只有编号和撤回说明，不用再定为不予公开。");
        });
        Signature signature = new Signature(by, clock.instant());
        store.add(Withholding.proposed(no, petition.letter().batch(), ground, words, signature));
        tell(no, PetitionFact.WITHHOLDING_PROPOSED, ground, words, by);
    }

    /** The second person agrees. */
    public void confirm(CaseNo no, Actor by) {
        lock(no);
        Withholding asked = asked(no);
        if (!FourEyes.different(asked.proposed().by(), by)) {
            throw new Refusal("这件由" + asked.proposed().name() + "提请不予公开，本人（包括替本人代办的）不能自己确认，请由另一人确认。");
        }
        store.update(asked.confirmed(new Signature(by, clock.instant())));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("ground", asked.ground().label());
        data.put("article", asked.ground().article());
        data.put("proposedBy", asked.proposed().name());
        notes.add(no, PetitionFact.WITHHELD, null, data, by);
    }

    /** The second person does not, or the first takes it back: the letter is to be published like any other. */
    public void reject(CaseNo no, String why, Actor by) {
        lock(no);
        end(asked(no), PetitionFact.WITHHOLDING_REJECTED, words("why", why, "请写明不同意的理由。"), by);
    }

    /** The ground no longer holds. Publishing still takes two persons, so that one may lift. */
    public void lift(CaseNo no, String why, Actor by) {
        lock(no);
        Withholding decided = store.open(no)
                .filter(Withholding::decided)
                .orElseThrow(() -> new Refusal("信访件 " + no + " 现在没有不予公开的决定，请刷新后再看。"));
        end(decided, PetitionFact.WITHHOLDING_LIFTED, words("why", why, "请写明解除的理由。"), by);
    }

    private void end(Withholding one, PetitionFact fact, String why, Actor by) {
        store.update(one.ended(new Signature(by, clock.instant()), why));
        tell(one.no(), fact, one.ground(), why, by);
    }

    private void tell(CaseNo no, PetitionFact fact, Ground ground, String words, Actor by) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("ground", ground.label());
        data.put("reason", words);
        notes.add(no, fact, null, data, by);
    }

    private void lock(CaseNo no) {
        petitions.lock(no).orElseThrow(() -> new Refusal("no", "没有案号为 " + no + " 的信访件，请核对案号。"));
    }

    private Withholding asked(CaseNo no) {
        return store.open(no)
                .filter(one -> !one.decided())
                .orElseThrow(() -> new Refusal("信访件 " + no + " 没有等待确认的不予公开，可能刚刚有人办理，请刷新后再看。"));
    }

    /** What stands in the way of publishing. */
    static void standing(Withholding one) {
        throw new Refusal(
                one.decided()
                        ? "这件已决定不予公开（" + one.ground().label() + "）。要公开的，请先解除。"
                        : "这件由" + one.proposed().name() + "提请不予公开，正等待另一人确认；不同意的，退回后再办。");
    }

    private static String words(String field, String text, String missing) {
        String words = text == null ? "" : text.strip();
        if (words.isEmpty()) {
            throw new Refusal(field, missing);
        }
        if (words.length() > LONGEST) {
            throw new Refusal(field, "说明有 " + words.length() + " 字，请缩短到 " + LONGEST + " 字以内。");
        }
        if (!Masking.propose(words).isEmpty()) {
            throw new Refusal(
                    field,
                    "说明会留在案件记录里，其中像是有个人信息：“" + Masking.propose(words).get(0).original(words) + "”。请改写。");
        }
        return words;
    }
}
