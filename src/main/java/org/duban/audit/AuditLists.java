package org.duban.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.duban.audit.AuditList.Cell;
import org.duban.audit.AuditList.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All of the auditor's lists: one page of one, or one from end to end. */
@Service
@Transactional(readOnly = true)
public class AuditLists {

    private static final int AT_ONCE = 500;

    private final List<AuditList> lists;

    AuditLists(List<AuditList> lists) {
        this.lists = List.copyOf(lists);
    }

    public List<AuditList> all() {
        return lists;
    }

    public Optional<AuditList> byKey(String key) {
        return lists.stream().filter(list -> list.key().equals(key)).findFirst();
    }

    /** As given on the page; refuses what makes no sense. */
    public AuditFilter filter(
            AuditList list,
            Integer n,
            LocalDate from,
            LocalDate to,
            String person,
            String caseNo,
            boolean late,
            String kind,
            String flow) {
        return AuditFilter.of(list, n, from, to, person, caseNo, late, kind, flow);
    }

    public Page page(AuditList list, AuditFilter filter, String after, int size) {
        return list.page(filter, after, size);
    }

    /** Hands out row after row, page by page, so that however long the list is, little of it is held at once. */
    public long each(AuditList list, AuditFilter filter, Consumer<List<Cell>> reader) {
        long count = 0;
        String after = null;
        do {
            Page page = list.page(filter, after, AT_ONCE);
            page.rows().forEach(reader);
            count += page.rows().size();
            after = page.next();
        } while (after != null);
        return count;
    }

    /** A filter in words, as the record keeps what was exported. */
    public String words(AuditList list, AuditFilter filter) {
        return filter.words(list);
    }
}
