package org.duban.notice.service;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duban.notice.paper.Paper;
import org.duban.notice.paper.PaperReading;
import org.duban.notice.service.store.DeliveryStore;
import org.duban.notice.service.store.PaperListStore;
import org.duban.organisation.Access;
import org.duban.organisation.Units;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Papers and how they were served, for the person of this thread: all of them for those who oversee, else the unit's. */
@Service
@Transactional(readOnly = true)
public class PaperDesk {

    public static final int SIZE = 50;

    /** Counts go up to here. */
    private static final int MOST = 100;

    private final PaperListStore list;
    private final DeliveryStore deliveries;
    private final PaperReading reading;
    private final Access access;
    private final Units units;

    PaperDesk(PaperListStore list, DeliveryStore deliveries, PaperReading reading, Access access, Units units) {
        this.list = list;
        this.deliveries = deliveries;
        this.reading = reading;
        this.access = access;
        this.units = units;
    }

    /** @param next where the next page begins; null on the last */
    public record Page(List<PaperLine> lines, Long next) {}

    /** One page, the newest first, before the paper of that number; from the newest without one. */
    public Page page(PaperFilter filter, Long before) {
        List<Paper> found = list.page(filter, access.visibleUnits().orElse(null), before, SIZE + 1);
        boolean more = found.size() > SIZE;
        List<PaperLine> lines = lines(more ? found.subList(0, SIZE) : found);
        return new Page(lines, more ? lines.get(SIZE - 1).paper().id() : null);
    }

    /** Empty when there is no such paper for the person. */
    public Optional<PaperLine> one(long id) {
        return reading.seen(id).map(paper -> lines(List.of(paper)).get(0));
    }

    /** How many deliveries failed and wait for somebody, up to {@link #MOST}. */
    public int failed() {
        return deliveries.failed(MOST);
    }

    private List<PaperLine> lines(List<Paper> papers) {
        Map<Long, List<Delivery>> byPaper = deliveries
                .ofPapers(papers.stream().map(Paper::id).toList())
                .stream()
                .collect(Collectors.groupingBy(Delivery::paperId));
        return papers.stream()
                .map(paper -> {
                    List<Delivery> its = byPaper.getOrDefault(paper.id(), List.of());
                    return new PaperLine(paper, PaperState.of(paper, its), units.shortName(paper.addressee()), its);
                })
                .toList();
    }
}
