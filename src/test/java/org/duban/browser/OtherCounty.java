package org.duban.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What a clerk of another county must not reach of a case, through any door a program can knock at. */
final class OtherCounty {

    private static final List<Integer> NOT_FOR_YOU = List.of(403, 404);

    private final Program program;

    OtherCounty(Program program) {
        this.program = program;
    }

    /** Finds nothing about the case in any list, whatever asks for it. */
    void findsNothing(String caseNo, String processInstance) {
        for (String list : List.of(
                "task?processInstanceBusinessKey=" + caseNo,
                "task?processVariables=caseNo_eq_" + caseNo,
                "process-instance?businessKey=" + caseNo,
                "execution?processInstanceId=" + processInstance,
                "variable-instance?processInstanceIdIn=" + processInstance,
                "history/process-instance?processInstanceBusinessKey=" + caseNo,
                "history/activity-instance?processInstanceId=" + processInstance,
                "history/task?processInstanceId=" + processInstance,
                "history/variable-instance?processInstanceId=" + processInstance,
                "history/detail?processInstanceId=" + processInstance,
                "history/user-operation?processInstanceId=" + processInstance)) {
            JsonNode answer = program.read("/engine-rest/" + list);
            assertThat(answer.isArray())
                    .as("%s answers a list: %s", list, answer)
                    .isTrue();
            assertThat(answer).as(list).isEmpty();
        }
        assertThat(program.read("/engine-rest/history/identity-link-log?groupId=unit350582"))
                .as("who was given which task")
                .isEmpty();
        assertThat(program.read("/api/cases?q=" + caseNo).get("items")).isEmpty();
        refused("/engine-rest/process-instance/" + processInstance);
        refused("/engine-rest/process-instance/" + processInstance + "/variables");
        refused("/engine-rest/history/process-instance/" + processInstance);
        refused("/api/cases/" + caseNo);
        refused("/api/evidence?caseNo=" + caseNo);
        refused("/desk/cases/" + caseNo);
        refused("/desk/cases/" + caseNo + "/diagram.bpmn");
    }

    /** Neither reads nor touches a task that is not in the own list. */
    void reachesNoTask(String taskId) {
        refused("/engine-rest/task/" + taskId);
        refused("/engine-rest/task/" + taskId + "/variables");
        refused("/engine-rest/task/" + taskId + "/form");
        refused("/api/tasks/" + taskId);
        assertThat(program.statusOfPost("/engine-rest/task/" + taskId + "/claim", "{\"userId\":\"clerk350521\"}"))
                .as("claim")
                .isGreaterThanOrEqualTo(400);
        assertThat(program.statusOfPost("/engine-rest/task/" + taskId + "/complete", "{}"))
                .as("complete")
                .isGreaterThanOrEqualTo(400);
    }

    void opensNoEvidence(String evidenceId) {
        refused("/api/evidence/" + evidenceId + "/content");
    }

    /** To be sure that the questions above find something where there is something to find. */
    void findsOwn(String caseNo) {
        assertThat(program.read("/engine-rest/task?processInstanceBusinessKey=" + caseNo))
                .hasSize(1);
        assertThat(program.read("/engine-rest/history/task?processInstanceBusinessKey=" + caseNo))
                .isNotEmpty();
        assertThat(program.read("/api/cases?q=" + caseNo).get("items")).hasSize(1);
        assertThat(program.status("/desk/cases/" + caseNo)).isEqualTo(200);
    }

    private void refused(String path) {
        assertThat(program.status(path)).as(path).isIn(NOT_FOR_YOU);
    }
}
