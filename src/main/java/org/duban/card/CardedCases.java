package org.duban.card;

import java.util.List;
import java.util.Optional;
import org.duban.card.CardSubject.Standing;
import org.duban.deadline.SubjectFacts;
import org.duban.deadline.SubjectKind;
import org.duban.deadline.Subjects;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;
import org.springframework.stereotype.Component;

/** The cases cards are about, whichever module owns them. */
@Component
class CardedCases {

    private final Subjects subjects;
    private final List<CardSubject> kinds;

    CardedCases(Subjects subjects, List<CardSubject> kinds) {
        this.subjects = subjects;
        this.kinds = kinds;
    }

    /** Whether a card may be about it at all: a problem or a petition. */
    static boolean concerns(CaseNo caseNo) {
        SubjectKind kind = SubjectKind.of(caseNo);
        return kind == SubjectKind.PROBLEM || kind == SubjectKind.PETITION;
    }

    SubjectFacts.Facts facts(CaseNo caseNo) {
        return subjects.of(caseNo);
    }

    void lock(CaseNo caseNo) {
        subjects.lock(caseNo);
    }

    Optional<Standing> standing(CaseNo caseNo) {
        return kinds.stream().flatMap(kind -> kind.standing(caseNo).stream()).findFirst();
    }

    /** Whether its work is done with; a relapse gives cause for a card just then. */
    boolean done(CaseNo caseNo, CardCause cause) {
        return cause != CardCause.RELAPSE
                && standing(caseNo).map(Standing::closed).orElse(false);
    }

    /** @throws Refusal when there is no such case, or it is done with */
    void mustBeOpen(CaseNo caseNo, CardCause cause) {
        if (!concerns(caseNo) || facts(caseNo).title().isEmpty()) {
            throw new Refusal("subject", "没有案号为 " + caseNo + " 的问题或信访件，请核对案号。");
        }
        standing(caseNo).filter(Standing::closed).ifPresent(closed -> {
            throw new Refusal(
                    "subject",
                    "案件 " + caseNo + " " + closed.state() + "，不能再建议发牌。"
                            + (cause == CardCause.RELAPSE ? "发现反弹的，请通过回头看登记，系统会自动提出建议。" : ""));
        });
    }

    /** @throws Refusal when the unit has no part in the case */
    void mustTakePart(CaseNo caseNo, UnitCode unit) {
        if (!subjects.units(caseNo).contains(unit)) {
            throw new Refusal("unit", "所选单位不是案件 " + caseNo + " 的责任单位，请重新选择。");
        }
    }
}
