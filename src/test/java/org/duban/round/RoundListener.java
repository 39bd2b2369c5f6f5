package org.duban.round;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.duban.kernel.CaseNo;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears what rounds tell the rest of the house. Found by scanning, because all tests share one application. */
@Component
class RoundListener {

    private final List<UnitChased> chased = new CopyOnWriteArrayList<>();
    private final List<BehindScheduleTwice> behind = new CopyOnWriteArrayList<>();

    @EventListener
    void on(UnitChased fact) {
        chased.add(fact);
    }

    @EventListener
    void on(BehindScheduleTwice fact) {
        behind.add(fact);
    }

    List<UnitChased> chased(Round round) {
        return chased.stream().filter(fact -> fact.round().equals(round.no())).toList();
    }

    long behind(CaseNo problem) {
        return behind.stream().filter(fact -> fact.caseNo().equals(problem)).count();
    }
}
