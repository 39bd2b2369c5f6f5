package org.duban.notice.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duban.DubanTest;
import org.duban.kernel.CaseNo;
import org.duban.notice.MessageCursor;
import org.duban.notice.MessageFilter;
import org.duban.notice.MessageKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Among years of messages every query goes along an index and reads no more than it shows. */
@DubanTest
@Transactional
class MessageIndexTest {

    private static final CaseNo CASE = CaseNo.of("WT2071-000007");
    private static final MessageCursor MIDDLE = new MessageCursor(Instant.parse("2026-01-01T00:00:00Z"), 1);

    @Autowired
    JdbcClient db;

    private final Map<String, Object> parameters = new HashMap<>(Map.of(
            "me",
            "clerk350526",
            "groups",
            new String[] {"unit350526", "unit350526head"},
            "limit",
            51,
            "now",
            MIDDLE.leftAt().atOffset(ZoneOffset.UTC)));

    @BeforeEach
    void yearsOfMessages() {
        db.sql("""
                insert into message (key, case_no, candidate_group, kind, title, text, posted_at, leaves_at, left_at,
                    read_at, read_by)
                select 'index/' || n, 'WT2071-' || to_char(n % 3000, 'FM000000'),
                       'unit' || (350500 + n % 45) || case n % 3 when 0 then 'head' else '' end,
                       case n % 20 when 0 then 'PROPOSAL' else 'REMINDER' end, '标题', '内容', t, t,
                       case when n % 50 > 0 then t end, case when n % 50 > 1 then t end,
                       case when n % 50 > 1 then 'clerk' end
                  from (select n, timestamptz '2023-01-01 08:30+08' + n * interval '20 minutes' as t
                          from generate_series(1, 90000) as n) as row""").update();
        db.sql("insert into message_read (message_id, username, read_at)"
                        + " select id, read_by, read_at from message where read_at is not null and key like 'index/%'")
                .update();
        db.sql("analyze message, message_read").update();
    }

    @Test
    void theListOfAPersonsGroups() {
        assertThat(plan(InboxStore.pageSql(MessageFilter.ALL, null, parameters)))
                .contains("message_shown")
                .doesNotContain("Seq Scan");
        assertThat(plan(InboxStore.pageSql(MessageFilter.ALL, MIDDLE, parameters)))
                .contains("message_shown")
                .doesNotContain("Seq Scan");
    }

    @Test
    void theListOfOneKind() {
        assertThat(plan(InboxStore.pageSql(new MessageFilter(false, MessageKind.PROPOSAL, null), MIDDLE, parameters)))
                .contains("message_kind")
                .doesNotContain("Seq Scan");
    }

    @Test
    void theUnreadAndTheirNumber() {
        assertThat(plan(InboxStore.pageSql(new MessageFilter(true, null, null), null, parameters)))
                .contains("message_unread", "message_shown", "message_read_pkey")
                .doesNotContain("Seq Scan");
        assertThat(plan(InboxStore.unreadSql()))
                .contains("message_unread", "message_shown")
                .doesNotContain("Seq Scan");
    }

    @Test
    void theMessagesOfACase() {
        assertThat(plan(InboxStore.pageSql(new MessageFilter(true, null, CASE), null, parameters)))
                .contains("message_case")
                .doesNotContain("Seq Scan");
        assertThat(plan(SentStore.pageSql(List.of("unit350526"), CASE, null, parameters)))
                .contains("message_case")
                .doesNotContain("Seq Scan");
    }

    @Test
    void whatWentOut() {
        assertThat(plan(SentStore.pageSql(null, null, MIDDLE, parameters)))
                .contains("message_left")
                .doesNotContain("Seq Scan");
    }

    @Test
    void whatIsToLeave() {
        assertThat(plan(MessageStore.DUE)).contains("message_waiting").doesNotContain("Seq Scan");
    }

    private String plan(String sql) {
        return String.join(
                "\n",
                db.sql("explain " + sql).params(parameters).query(String.class).list());
    }
}
