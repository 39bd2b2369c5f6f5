package org.duban.petition.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.duban.kernel.Zones;
import org.duban.petition.Batch;
import org.duban.petition.BatchStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tables as the public reads them, or read them on a past day. */
@Service
@Transactional(readOnly = true)
public class PublicTables {

    private final PublicationStore store;
    private final WithholdingStore withholdings;
    private final BatchStore batches;

    PublicTables(PublicationStore store, WithholdingStore withholdings, BatchStore batches) {
        this.store = store;
        this.withholdings = withholdings;
        this.batches = batches;
    }

    /** A batch in the public's list. */
    public record Item(Batch batch, PublicBatch open, int letters) {

        public String title() {
            return PublicTable.name(batch);
        }
    }

    /** The latest first; the address {@code token} is the only way to a batch. */
    public List<Item> list(int size, int offset) {
        return store.listed(size, offset).stream()
                .map(one -> new Item(batches.find(one.open().batch()).orElseThrow(), one.open(), one.letters()))
                .toList();
    }

    public long count() {
        return store.listedCount();
    }

    /** Empty alike for an address that never was and for one that is not open. */
    public Optional<PublicTable> byToken(String token) {
        return store.byToken(token).map(open -> table(open, Instant.MAX));
    }

    /** What the public could read at the end of that day, withdrawn lines included as they stood; for the office. */
    public Optional<PublicTable> asOf(long batch, LocalDate day) {
        return store.batch(batch)
                .filter(PublicBatch::open)
                .filter(open -> !open.firstOn().isAfter(day))
                .map(open ->
                        table(open, day.plusDays(1).atStartOfDay(Zones.CITY).toInstant()));
    }

    private PublicTable table(PublicBatch open, Instant before) {
        Batch batch = batches.find(open.batch()).orElseThrow();
        Map<Integer, List<Version>> letters = new LinkedHashMap<>();
        store.versions(open.batch(), before)
                .forEach(version -> letters.computeIfAbsent(version.serial(), serial -> new ArrayList<>())
                        .add(version));
        Map<LocalDate, List<PublicTable.Line>> days = new TreeMap<>();
        StringBuilder hashes = new StringBuilder(open.layout().name());
        letters.forEach((serial, versions) -> {
            PublicTable.Line line = line(serial, versions);
            hashes.append('\n').append(serial).append(' ').append(line.sha256());
            days.computeIfAbsent(versions.get(0).sectionOn(), day -> new ArrayList<>())
                    .add(line);
        });
        int withheld = withholdings.withheld(open.batch(), before);
        if (withheld > 0) {
            hashes.append("\nwithheld ").append(withheld);
        }
        List<PublicTable.Section> sections = new ArrayList<>();
        days.forEach((day, lines) -> sections.add(new PublicTable.Section(day, day.equals(open.firstOn()), lines)));
        return new PublicTable(batch, open, sections, withheld, PublishedContent.sha256(hashes.toString()));
    }

    private static PublicTable.Line line(int serial, List<Version> versions) {
        Version last = versions.get(versions.size() - 1);
        List<PublicTable.Trace> traces = versions.stream()
                .skip(1)
                .map(version -> new PublicTable.Trace(version.released().at(), version.change(), version.reason()))
                .toList();
        return new PublicTable.Line(
                serial,
                last.row(),
                last.change() == Change.WITHDRAWN,
                last.released().at(),
                last.sha256(),
                traces);
    }
}
