package org.duban.petition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;

/** A letter as it stands: what came in, whose it is, what was found, how far it has come. Steps make a new one. */
public record Petition(
        CaseNo no,
        Letter letter,
        List<Share> shares,
        Answer answer,
        Course course,
        Instant registeredAt,
        String registeredBy,
        int version) {

    public PetitionState state() {
        return course.state();
    }

    /** The units that answer for it. */
    public Set<UnitCode> units() {
        return shares.stream().map(Share::unit).collect(Collectors.toUnmodifiableSet());
    }

    /** The unit with the greatest share, the first named of equals; null before dispatch. */
    public UnitCode leadUnit() {
        Share most = null;
        for (Share share : shares) {
            most = most == null || share.share().compareTo(most.share()) > 0 ? share : most;
        }
        return most == null ? null : most.unit();
    }

    public Optional<Share> share(UnitCode unit) {
        return shares.stream().filter(share -> share.unit().equals(unit)).findFirst();
    }

    /** Whether the day to answer by has passed without an answer. */
    public boolean overdue(LocalDate today) {
        return course.dueOn() != null && course.dueOn().isBefore(today) && course.answeredAt() == null;
    }

    /** Whether a unit may still hand it back. */
    public boolean mayBeReturned(int maxReturns) {
        return course.returns() < maxReturns;
    }

    Share mine(UnitCode unit) {
        return share(unit).orElseThrow(() -> new Refusal("unit", "信访件 " + no + " 没有交给该单位办理，可能已改派，请刷新后再看。"));
    }

    void mustBe(String step, PetitionState... states) {
        if (!List.of(states).contains(state())) {
            throw new Refusal("信访件 " + no + " 目前处于“" + state().label() + "”，不能" + step + "。请刷新页面，按当前环节办理。");
        }
    }

    Petition with(Course next) {
        return new Petition(no, letter, shares, answer, next, registeredAt, registeredBy, version);
    }

    Petition with(Answer next) {
        return new Petition(no, letter, shares, next, course, registeredAt, registeredBy, version);
    }

    Petition with(Letter next) {
        return new Petition(no, next, shares, answer, course, registeredAt, registeredBy, version);
    }

    Petition with(List<Share> next) {
        return new Petition(no, letter, List.copyOf(next), answer, course, registeredAt, registeredBy, version);
    }

    /** That unit's share replaced. */
    Petition with(UnitCode unit, Share next) {
        return with(shares.stream()
                .map(share -> share.unit().equals(unit) ? next : share)
                .toList());
    }
}
