package org.duban.card;

import java.util.Optional;
import org.duban.deadline.SubjectKind;
import org.duban.kernel.CaseNo;
import org.duban.petition.Petition;
import org.duban.petition.PetitionState;
import org.duban.petition.PetitionStore;
import org.springframework.stereotype.Component;

/** Letters of petitioners as what cards are about. */
@Component
class LetterSubject implements CardSubject {

    private final PetitionStore letters;

    LetterSubject(PetitionStore letters) {
        this.letters = letters;
    }

    @Override
    public Optional<Standing> standing(CaseNo caseNo) {
        return SubjectKind.of(caseNo) == SubjectKind.PETITION
                ? letters.find(caseNo).map(Petition::state).map(LetterSubject::standing)
                : Optional.empty();
    }

    private static Standing standing(PetitionState state) {
        boolean closed = state == PetitionState.CLOSED || state == PetitionState.DECLINED;
        return new Standing(state.label(), closed, null);
    }
}
