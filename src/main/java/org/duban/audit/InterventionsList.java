package org.duban.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duban.journal.ByHand;
import org.duban.journal.ByHand.Place;
import org.duban.journal.CaseJournal;
import org.duban.journal.EntryWords;
import org.duban.journal.Ways;
import org.duban.journal.offline.Entry;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 手工干预: what was done to a process past its model, by whom and on what reason, from the record alone. */
@Component
@Order(2)
class InterventionsList implements AuditList {

    private final CaseJournal journal;
    private final Ways ways;

    InterventionsList(CaseJournal journal, Ways ways) {
        this.journal = journal;
        this.ways = ways;
    }

    @Override
    public String key() {
        return "interventions";
    }

    @Override
    public String title() {
        return "手工干预";
    }

    @Override
    public String about() {
        return "绕过流程图直接改动流程的操作：改走向、迁移版本、改变量、重试作业、删除等，连同操作人和所写的理由。没有写理由的，理由一栏为“未写”。";
    }

    @Override
    public List<String> columns() {
        return List.of("时间", "案号", "记录", "操作", "对象", "之前", "之后", "理由", "操作人", "账号", "经由");
    }

    @Override
    public Set<Field> fields() {
        return Set.of(Field.PERIOD, Field.PERSON, Field.CASE);
    }

    @Override
    public Page page(AuditFilter filter, String after, int size) {
        ByHand wanted = new ByHand(filter.person(), filter.caseNo(), filter.begin(), filter.end());
        return Page.of(
                journal.interventions(wanted, place(after), size + 1), size, this::row, InterventionsList::place);
    }

    private static Place place(String after) {
        if (after == null) {
            return null;
        }
        String[] parts = after.split("~", 3);
        return new Place(Instant.parse(parts[0]), parts[2], Long.parseLong(parts[1]));
    }

    private static String place(Entry entry) {
        return entry.at() + "~" + entry.seq() + "~" + entry.chain();
    }

    private List<Cell> row(Entry entry) {
        Map<String, Object> body = CaseJournal.body(entry);
        List<Map<?, ?>> byHand = EntryWords.events(body).stream()
                .filter(event -> Boolean.TRUE.equals(event.get("intervention")))
                .toList();
        String reason = joined(byHand, "annotation");
        return List.of(
                Cell.of(Words.minute(entry.at())),
                new Cell(entry.chain(), "/audit/journal?case=" + entry.chain()),
                new Cell(
                        "第 " + entry.seq() + " 条",
                        "/audit/journal?case=" + entry.chain() + "&after=" + (entry.seq() - 1)),
                Cell.of(EntryWords.intervention(body)),
                Cell.of(joined(byHand, "property")),
                Cell.of(joined(byHand, "before")),
                Cell.of(joined(byHand, "after")),
                Cell.of(reason.isEmpty() ? "未写" : reason),
                Cell.of(entry.actorName()),
                Cell.of(entry.actor()),
                Cell.of(ways.label(entry.channel())));
    }

    private static String joined(List<Map<?, ?>> events, String name) {
        List<String> said = new ArrayList<>();
        for (Map<?, ?> event : events) {
            Object value = event.get(name);
            if (value != null && !value.toString().isBlank() && !said.contains(value.toString())) {
                said.add(value.toString());
            }
        }
        return String.join("；", said);
    }
}
