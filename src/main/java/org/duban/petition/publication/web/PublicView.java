package org.duban.petition.publication.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.duban.petition.publication.PublicTable;

/** The lines of one page of a table, under the headings of the days they were published on. */
record PublicView(List<PublicTable.Section> sections, int page, int pages, int found) {

    /** @param wanted what the number has to contain, in capitals; empty for all */
    static PublicView of(PublicTable table, String wanted, int page, int size) {
        List<PublicTable.Section> matching = table.sections().stream()
                .map(section -> new PublicTable.Section(
                        section.on(),
                        section.first(),
                        section.lines().stream()
                                .filter(line -> wanted.isEmpty()
                                        || line.row().no() != null
                                                && line.row()
                                                        .no()
                                                        .toUpperCase(Locale.ROOT)
                                                        .contains(wanted))
                                .toList()))
                .toList();
        int found =
                matching.stream().mapToInt(section -> section.lines().size()).sum();
        int pages = Math.max(1, (found + size - 1) / size);
        int shown = Math.min(page, pages);
        int skip = (shown - 1) * size;
        int room = size;
        List<PublicTable.Section> sections = new ArrayList<>();
        for (PublicTable.Section section : matching) {
            List<PublicTable.Line> lines =
                    section.lines().stream().skip(skip).limit(room).toList();
            skip = Math.max(0, skip - section.lines().size());
            room -= lines.size();
            if (!lines.isEmpty()) {
                sections.add(new PublicTable.Section(section.on(), section.first(), lines));
            }
        }
        return new PublicView(sections, shown, pages, found);
    }
}
