package org.duban.petition;

import java.util.List;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Repeats that go along with a main letter: one handling, as many answers as letters. Each keeps its number, its clock
 * and its history, and may go its own way again as long as it is not answered.
 */
@Service
@Transactional
public class Folding {

    private final PetitionRecords records;
    private final PetitionDeadlines deadlines;
    private final FoldStore folds;
    private final ObjectProvider<PetitionFlow> flow;

    Folding(PetitionRecords records, PetitionDeadlines deadlines, FoldStore folds, ObjectProvider<PetitionFlow> flow) {
        this.records = records;
        this.deadlines = deadlines;
        this.folds = folds;
        this.flow = flow;
    }

    /** Lets a letter that is not answered yet go along with the main letter; answered already, that answer is its own. */
    public Petition fold(CaseNo no, CaseNo mainNo, Actor by) {
        if (no.equals(mainNo)) {
            throw new Refusal("main", "不能把信访件 " + no + " 并入它自己，请另选主件。");
        }
        Petition main = records.lock(mainNo);
        Petition petition = records.lock(no);
        if (main.state() == PetitionState.FOLDED || main.state() == PetitionState.DECLINED) {
            throw new Refusal("main", "信访件 " + mainNo + " 目前是“" + main.state().label() + "”，不能作为主件，请改选其他信访件。");
        }
        if (!folds.waiting(no).isEmpty()) {
            throw new Refusal("no", "信访件 " + no + " 自己是主件，还有重复件随它办理，请先把它们拆出或改并。");
        }
        petition.mustBe("并入主件", PetitionState.REGISTERED, PetitionState.DISPATCHED, PetitionState.INVESTIGATING);
        folds.add(no, mainNo, records.now());
        Petition folded = records.save(
                petition,
                petition.with(
                        petition.course().edit().state(PetitionState.FOLDED).done()),
                by,
                Said.of(PetitionFact.FOLDED, main.leadUnit(), "main", mainNo));
        flow.ifAvailable(process -> process.folded(folded));
        return main.course().passedAt() != null && main.state().answered() ? answer(folded, main) : folded;
    }

    /** Lets the letter go its own way again, from the dispatch on; one answered already stays as it is. */
    public Petition splitOff(CaseNo no, Actor by) {
        Petition petition = records.lock(no);
        if (petition.state() != PetitionState.FOLDED) {
            return petition;
        }
        CaseNo main = folds.mainOf(no).orElse(null);
        folds.remove(no);
        List<Share> unsigned = petition.shares().stream()
                .map(share -> Share.of(share.unit(), share.share()))
                .toList();
        Petition own = records.save(
                petition,
                petition.with(unsigned)
                        .with(petition.course()
                                .edit()
                                .state(PetitionState.REGISTERED)
                                .done()),
                by,
                Said.of(PetitionFact.SPLIT_OFF, null, "main", main));
        flow.ifAvailable(process -> process.splitOff(own));
        return own;
    }

    @EventListener
    void mainLetterMoved(PetitionEvent event) {
        switch (event.fact()) {
            case REVIEW_PASSED -> {
                Petition main = records.find(event.no());
                folds.waiting(main.no()).forEach(no -> answer(records.lock(no), main));
            }
            case FULLY_DONE, BECAME_PROBLEM -> {
                Petition main = records.find(event.no());
                folds.answered(main.no()).forEach(no -> settle(records.lock(no), main));
            }
            default -> {}
        }
    }

    private Petition answer(Petition folded, Petition main) {
        if (folded.state() != PetitionState.FOLDED) {
            return folded;
        }
        List<Share> shares = main.shares().stream()
                .map(share -> Share.of(share.unit(), share.share())
                        .signed(records.now(), share.signedBy())
                        .answered(records.now()))
                .toList();
        Course course = folded.course().edit().answered(records.now()).done();
        Petition answered = records.save(
                folded,
                folded.with(shares)
                        .with(main.answer())
                        .with(course.edit()
                                .passed(records.now(), PetitionState.CALL_BACK)
                                .done()),
                Actor.system(),
                Said.of(PetitionFact.MAIN_LETTER_PASSED, main.leadUnit(), "main", main.no()));
        folds.answered(folded.no(), records.now());
        deadlines.answered(answered);
        flow.ifAvailable(process -> process.mainLetterPassed(answered));
        return answered;
    }

    /** The matter of a repeat is settled, or handed on, with its main letter's. */
    private void settle(Petition repeat, Petition main) {
        Petition after = repeat.with(repeat.answer()
                        .settled(main.answer().outcome(), main.answer().plannedOn()))
                .with(repeat.course().edit().problem(main.course().problemNo()).done());
        records.save(
                repeat,
                after,
                Actor.system(),
                Said.of(
                        PetitionFact.MAIN_LETTER_SETTLED,
                        main.leadUnit(),
                        "main",
                        main.no(),
                        "outcome",
                        main.answer().outcome()));
    }
}
