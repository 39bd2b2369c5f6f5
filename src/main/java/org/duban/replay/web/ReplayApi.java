package org.duban.replay.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.duban.journal.Accesses;
import org.duban.replay.Models;
import org.duban.replay.Replay;
import org.duban.replay.Replay.Overview;
import org.duban.replay.Run;
import org.duban.replay.Step;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** A case's replay, for auditors and administrators. */
@RestController
@Tag(name = "回放 / Replay")
class ReplayApi {

    private final Replay replay;
    private final Models models;

    private final Accesses accesses;

    ReplayApi(Replay replay, Models models, Accesses accesses) {
        this.accesses = accesses;
        this.replay = replay;
        this.models = models;
    }

    /** All steps of a case and the models its processes ran on. */
    record Answer(String caseNo, List<Step> steps, List<Model> models) {}

    /** A process instance and its model; {@code bpmn} leads to the version that ran. */
    record Model(
            String process, String key, String name, String definition, int version, long startedAtStep, String bpmn) {}

    @GetMapping(value = "/api/cases/{no}/replay", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "案件回放：全部步骤 / All steps of a case",
            description = "每条记录一步；只依据记录，不依据流程引擎的历史。 / One step for each entry, told by the record alone.")
    Answer steps(@PathVariable String no) {
        Overview overview = replay.overview(no).orElseThrow(ReplayApi::notFound);
        accesses.read("案件回放", no);
        return new Answer(
                no,
                overview.steps(),
                overview.runs().stream().map(run -> model(no, run)).toList());
    }

    private Model model(String no, Run run) {
        return new Model(
                run.process(),
                run.key(),
                models.name(run.definition()),
                run.definition(),
                models.version(run.definition()),
                run.startedAtStep(),
                "/audit/cases/" + no + "/diagram/" + run.definition() + ".bpmn");
    }

    @GetMapping(value = "/api/cases/{no}/replay/{step}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "案件回放：某一步 / One step of a case",
            description = "该步之后案件的完整状态，以及这一步改变了什么。 / The whole state after the step, and what the step changed.")
    Replay.Shown step(
            @PathVariable String no, @Parameter(description = "步骤，从 1 起 / Step, from 1") @PathVariable long step) {
        return replay.step(no, step).orElseThrow(ReplayApi::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
