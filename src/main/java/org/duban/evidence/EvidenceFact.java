package org.duban.evidence;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Fact;

/**
 * What happened to a piece of evidence; carries the hash of the file, so that the case's record proves what was handed
 * in.
 */
record EvidenceFact(CaseNo caseNo, String type, Instant at, Actor by, Map<String, Object> data) implements Fact {

    static EvidenceFact handedIn(Evidence evidence, Actor by) {
        Map<String, Object> data = data(evidence);
        data.put("mediaType", evidence.kind().mediaType());
        data.put("size", evidence.size());
        describe(evidence, data);
        return new EvidenceFact(evidence.caseNo(), "evidence.handedIn", evidence.uploadedAt(), by, data);
    }

    static EvidenceFact described(Evidence evidence, Instant at, Actor by) {
        Map<String, Object> data = data(evidence);
        describe(evidence, data);
        return new EvidenceFact(evidence.caseNo(), "evidence.described", at, by, data);
    }

    static EvidenceFact removed(Evidence evidence, Instant at, Actor by) {
        return new EvidenceFact(evidence.caseNo(), "evidence.removed", at, by, data(evidence));
    }

    static EvidenceFact filed(Evidence evidence, Instant at, Actor by) {
        return new EvidenceFact(evidence.caseNo(), "evidence.filed", at, by, data(evidence));
    }

    private static Map<String, Object> data(Evidence evidence) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", evidence.id().toString());
        data.put("sha256", evidence.sha256());
        data.put("fileName", evidence.fileName());
        data.put("task", evidence.taskId());
        if (evidence.criterion() != null) {
            data.put("criterion", evidence.criterion());
        }
        if (evidence.unit() != null) {
            data.put("unit", evidence.unit().value());
        }
        return data;
    }

    private static void describe(Evidence evidence, Map<String, Object> data) {
        if (evidence.takenOn() != null) {
            data.put("takenOn", evidence.takenOn().toString());
        }
        if (evidence.place() != null) {
            data.put("place", evidence.place());
        }
    }
}
