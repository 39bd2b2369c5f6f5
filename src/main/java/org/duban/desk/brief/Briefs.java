package org.duban.desk.brief;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duban.desk.store.BriefStore;
import org.duban.kernel.Actor;
import org.duban.kernel.Refusal;
import org.duban.notice.paper.Hashes;
import org.duban.notice.paper.Letterhead;
import org.duban.notice.paper.Letterheads;
import org.duban.notice.paper.PaperKind;
import org.duban.round.Round;
import org.duban.round.RoundEvent;
import org.duban.round.RoundFact;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Drafts briefs and bulletins of frozen rounds. With each draft the lists behind its numbers are kept, so that a number
 * opens the same list years later.
 */
@Service
public class Briefs {

    private final Figures figures;
    private final BriefStore store;
    private final Letterheads letterheads;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    Briefs(
            Figures figures,
            BriefStore store,
            Letterheads letterheads,
            ApplicationEventPublisher listeners,
            Clock clock) {
        this.figures = figures;
        this.store = store;
        this.letterheads = letterheads;
        this.listeners = listeners;
        this.clock = clock;
    }

    /**
     * The draft with the numbers as they are. The same numbers again make no other draft.
     *
     * @param address of the page of the round's drafts, as a browser reaches it; the numbers in the file lead there
     * @throws Refusal while the round is not frozen
     */
    @Transactional
    public Brief make(Round round, BriefKind kind, String address, Actor by) {
        if (!round.frozen()) {
            throw new Refusal("round", round.title() + "还没有冻结，数字还会变化。请在冻结以后生成" + kind.label() + "。");
        }
        store.lock(round.no());
        Register register = figures.of(round);
        Optional<Brief> newest = store.newest(round.no(), kind);
        String hash = register.hash();
        if (newest.isPresent() && newest.get().figuresHash().equals(hash)) {
            return newest.get();
        }
        int version = newest.map(Brief::version).orElse(0) + 1;
        Instant now = clock.instant();
        String links = address + "/" + kind.address() + "-" + version + "/";
        byte[] content = BriefDocument.of(kind, version, round, figures.period(round), register, organ(), now, links);
        String name = Round.monthWords(round.month()) + kind.label() + "（第" + version + "稿）.docx";
        Brief brief = new Brief(round.no(), kind, version, now, by.name(), name, Hashes.sha256(content), hash);
        store.add(brief, by, content, register);
        listeners.publishEvent(new RoundEvent(
                round.no(),
                RoundFact.BRIEF_MADE,
                null,
                now,
                by,
                Map.of("what", kind.label(), "version", version, "sha256", brief.sha256())));
        return brief;
    }

    private String organ() {
        return letterheads.all().stream()
                .filter(letterhead -> letterhead.kind() == PaperKind.SUPERVISION)
                .map(Letterhead::organ)
                .findFirst()
                .orElseThrow();
    }

    /** By kind, the newest first. */
    @Transactional(readOnly = true)
    public List<Brief> of(Round round) {
        return store.of(round.no());
    }

    @Transactional(readOnly = true)
    public Optional<Brief> find(Round round, BriefKind kind, int version) {
        return store.find(round.no(), kind, version);
    }

    @Transactional(readOnly = true)
    public byte[] file(Brief brief) {
        return store.content(brief);
    }

    /** Every number of the draft. */
    @Transactional(readOnly = true)
    public Map<FigureKey, Integer> values(Brief brief) {
        return store.values(brief);
    }

    /** The list a number was counted from, from that place on. */
    @Transactional(readOnly = true)
    public List<FigureLine> lines(Brief brief, FigureKey key, int after, int most) {
        return store.lines(brief, key, after, most);
    }
}
