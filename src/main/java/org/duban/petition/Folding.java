package org.duban.petition;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Fact;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Repeats that go along with a main letter: one handling, as many answers as letters. Which letters belong together is
 * decided elsewhere; here is what it means for their course. Each keeps its number, its clock and its history, is
 * reviewed for itself, and may go its own way again as long as the main letter is not answered. A letter joined to one
 * that is answered already goes its own way: what is complained of again is looked at again.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Folding {

    private static final String JOINED = "petition.joined";
    private static final String SPLIT = "petition.split";
    private static final Set<PetitionState> BEFORE_THE_ANSWER =
            EnumSet.of(PetitionState.REGISTERED, PetitionState.DISPATCHED, PetitionState.INVESTIGATING);

    private final PetitionRecords records;
    private final PetitionDeadlines deadlines;
    private final FoldStore folds;
    private final Proceedings proceedings;
    private final ObjectProvider<PetitionFlow> flow;

    Folding(
            PetitionRecords records,
            PetitionDeadlines deadlines,
            FoldStore folds,
            Proceedings proceedings,
            ObjectProvider<PetitionFlow> flow) {
        this.records = records;
        this.deadlines = deadlines;
        this.folds = folds;
        this.proceedings = proceedings;
        this.flow = flow;
    }

    @EventListener
    public void happened(Fact fact) {
        if (fact.type().equals(JOINED) && fact.data().get("main") instanceof String main) {
            joined(fact.caseNo(), CaseNo.of(main), fact.by());
        } else if (fact.type().equals(SPLIT)) {
            left(fact.caseNo(), fact.by());
        } else if (fact instanceof PetitionEvent event) {
            moved(event);
        }
    }

    private void joined(CaseNo no, CaseNo mainNo, Actor by) {
        if (no.equals(mainNo)) {
            return;
        }
        Petition main = records.lock(mainNo);
        Petition petition = records.lock(no);
        boolean open = BEFORE_THE_ANSWER.contains(main.state()) || main.state() == PetitionState.REVIEWING;
        if (open && petition.state() == PetitionState.FOLDED) {
            folds.put(no, mainNo, records.now());
        } else if (open && BEFORE_THE_ANSWER.contains(petition.state())) {
            folds.waiting(no).forEach(other -> folds.put(other, mainNo, records.now()));
            fold(petition, main, by);
        }
    }

    private void fold(Petition petition, Petition main, Actor by) {
        folds.put(petition.no(), main.no(), records.now());
        letGo(petition.no(), "已并入主件 " + main.no() + "，随主件办理。", by);
        Petition folded = records.save(
                petition,
                petition.with(
                        petition.course().edit().state(PetitionState.FOLDED).done()),
                by,
                Said.of(PetitionFact.FOLDED, main.leadUnit(), "main", main.no()));
        flow.ifAvailable(process -> process.folded(folded));
    }

    /** What waits for a ruling or a signature has lost its task; a unit that gets the letter again begins anew. */
    private void letGo(CaseNo no, String why, Actor by) {
        proceedings.returns(no).stream()
                .filter(returned -> returned.decision() == null)
                .forEach(returned -> proceedings.decideReturn(
                        returned.id(), ShareReturn.Decision.KEPT, returned.unit(), why, by.username(), records.now()));
        proceedings.reports(no).stream()
                .filter(report -> report.decision() == null)
                .forEach(report -> proceedings.decideReport(
                        report.id(), Report.Decision.RETURNED, why, by.username(), records.now()));
    }

    /** A main letter that leaves hands what waited for it to the first of those. */
    private void left(CaseNo no, Actor by) {
        List<CaseNo> waiting = folds.waiting(no);
        if (!waiting.isEmpty()) {
            CaseNo next = waiting.get(0);
            splitOff(next, by);
            waiting.stream().skip(1).forEach(other -> folds.put(other, next, records.now()));
        }
        splitOff(no, by);
    }

    /** From the dispatch on it goes its own way; a letter that was never folded, or is answered, stays as it is. */
    private void splitOff(CaseNo no, Actor by) {
        Petition petition = records.lock(no);
        if (petition.state() != PetitionState.FOLDED) {
            return;
        }
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
                Said.of(PetitionFact.SPLIT_OFF, petition.leadUnit()));
        flow.ifAvailable(process -> process.splitOff(own));
    }

    private void moved(PetitionEvent event) {
        switch (event.fact()) {
            case REVIEW_PASSED -> {
                Petition main = records.find(event.no());
                folds.waiting(main.no()).forEach(no -> answer(records.lock(no), main));
            }
            case DECLINED, FORWARDED, HANDED_TO_LEADER ->
                folds.waiting(event.no()).forEach(no -> splitOff(no, event.by()));
            default -> {}
        }
    }

    private void answer(Petition folded, Petition main) {
        folds.remove(folded.no());
        List<Share> shares = main.shares().stream()
                .map(share -> Share.of(share.unit(), share.share())
                        .signed(records.now(), share.signedBy())
                        .answered(records.now()))
                .toList();
        Petition answered = records.save(
                folded,
                folded.with(shares)
                        .with(main.answer())
                        .with(folded.course().edit().answered(records.now()).done()),
                Actor.system(),
                Said.of(PetitionFact.MAIN_LETTER_PASSED, main.leadUnit(), "main", main.no()));
        deadlines.answered(answered);
        flow.ifAvailable(process -> process.mainLetterPassed(answered));
    }
}
