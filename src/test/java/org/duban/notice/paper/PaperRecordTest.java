package org.duban.notice.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.Map;
import org.duban.DubanTest;
import org.duban.journal.Verification;
import org.duban.journal.offline.Finding;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DubanTest
class PaperRecordTest {

    private static final CaseNo CASE = CaseNo.of("HP2065-000051");

    @Autowired
    Papers papers;

    @Autowired
    Verification verification;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    @Test
    void aPaperChangedBehindDubansBackIsFoundOut() {
        Paper paper = papers.issue(Drafts.warning(CASE, Map.of()), Actor.of("coordinator", "李协调"));
        byte[] original = papers.file(paper.id()).orElseThrow();
        assertThat(verification.ofCase(CASE.value()).findings()).isEmpty();

        overwrite(paper, new byte[] {1});
        assertThat(verification.ofCase(CASE.value()).findings())
                .extracting(Finding::kind, Finding::part, Finding::detail)
                .containsExactly(tuple(Finding.Kind.ALTERED, "paper", paper.sha256()));
        overwrite(paper, original);
        assertThat(verification.ofCase(CASE.value()).findings()).isEmpty();
    }

    // As only a superuser of the database can, with the triggers out of the way.
    private void overwrite(Paper paper, byte[] content) {
        transaction.executeWithoutResult(status -> {
            db.sql("set local session_replication_role = replica").update();
            db.sql("update paper_file set content = :content where paper_id = :id")
                    .param("content", content)
                    .param("id", paper.id())
                    .update();
        });
    }
}
