package org.duban.petition.repeat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Fact;
import org.duban.petition.PetitionRepeated;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears what is said of letters. Found by scanning, because all tests share one application. */
@Component
public class RepeatListener {

    private final List<Fact> facts = new CopyOnWriteArrayList<>();

    @EventListener
    void on(Fact fact) {
        if (fact.caseNo() != null && fact.type().startsWith("petition.")) {
            facts.add(fact);
        }
    }

    public List<String> types(CaseNo no) {
        return facts.stream()
                .filter(fact -> fact.caseNo().equals(no))
                .map(Fact::type)
                .toList();
    }

    List<PetitionRepeated> repeated(CaseNo no) {
        return facts.stream()
                .filter(PetitionRepeated.class::isInstance)
                .map(PetitionRepeated.class::cast)
                .filter(fact -> fact.caseNo().equals(no))
                .toList();
    }
}
