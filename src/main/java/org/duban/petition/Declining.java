package org.duban.petition;

import org.duban.kernel.Actor;
import org.springframework.stereotype.Component;

/** Ends a letter that is none of the office's: 不予受理, or 转送 to whom it belongs; the reason stays with the letter. */
@Component
class Declining {

    private final PetitionRecords records;
    private final PetitionDeadlines deadlines;

    Declining(PetitionRecords records, PetitionDeadlines deadlines) {
        this.records = records;
        this.deadlines = deadlines;
    }

    Petition decline(Petition petition, boolean forward, String receiver, String reason, Actor by) {
        String why = Fields.text("reason", reason, "理由和依据");
        String to = forward ? Fields.text("receiver", receiver, "转送去向") : null;
        Petition after = petition.with(petition.course()
                .edit()
                .closed(records.now())
                .state(PetitionState.DECLINED)
                .done());
        Petition saved = records.save(
                petition,
                after,
                by,
                Said.of(
                        forward ? PetitionFact.FORWARDED : PetitionFact.DECLINED,
                        petition.leadUnit(),
                        "reason",
                        why,
                        "receiver",
                        to));
        deadlines.declined(saved);
        return saved;
    }
}
