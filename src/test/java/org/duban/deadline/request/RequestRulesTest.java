package org.duban.deadline.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.duban.DubanTest;
import org.duban.engine.Decisions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** One row per rule of the three tables; the number of rules is pinned, so that none arrives untested. */
@DubanTest
class RequestRulesTest {

    @Autowired
    RequestRules rules;

    @Autowired
    Decisions decisions;

    @ParameterizedTest
    @CsvSource({
        "EXTENSION, 0, 整改时限, COORDINATOR, 60, 2",
        "EXTENSION, 1, 整改时限, LEADER, 60, 2",
        "EXTENSION, 2, 整改时限, , , 2",
        "EXTENSION, 0, 办理期限, COORDINATOR, 10, 1",
        "EXTENSION, 1, 办理期限, , , 1",
        "EXTENSION, 0, 信访办理期限, LEADER, 30, 1",
        "EXTENSION, 1, 信访办理期限, , , 1",
        "EXTENSION, 0, 公示期, , , 0",
        "SUSPENSION, 0, 整改时限, LEADER, 180, 2",
        "SUSPENSION, 1, 整改时限, LEADER, 90, 2",
        "SUSPENSION, 2, 整改时限, , , 2",
        "SUSPENSION, 0, 办理期限, , , 0",
        "REASSIGNMENT, 0, 问题, COORDINATOR, , ",
        "REASSIGNMENT, 1, 问题, COORDINATOR, , ",
        "REASSIGNMENT, 2, 问题, LEADER, , ",
    })
    void theNextRequestHasItsApproverAndItsCap(
            RequestKind kind, int granted, String about, Approver approver, Integer maxDays, Integer total) {
        Cap cap = rules.next(kind, granted, about, "高");
        assertThat(cap.nth()).isEqualTo(granted + 1);
        assertThat(cap.approver()).isEqualTo(approver);
        assertThat(cap.maxDays()).isEqualTo(maxDays);
        assertThat(cap.total()).isEqualTo(total);
        assertThat(cap.clause()).containsPattern("默认规则.*可改|福建 12369 暂行规定");
    }

    @Test
    void noRuleArrivesUntested() {
        assertThat(decisions.latest("ExtensionRule").table().rules()).hasSize(8);
        assertThat(decisions.latest("SuspensionRule").table().rules()).hasSize(4);
        assertThat(decisions.latest("ReassignmentRule").table().rules()).hasSize(2);
    }
}
