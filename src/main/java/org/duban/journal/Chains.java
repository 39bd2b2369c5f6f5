package org.duban.journal;

import java.util.regex.Pattern;
import org.duban.engine.EngineEvent;

/** Which chain an event of the engine belongs to. */
final class Chains {

    /** The chain of what belongs to no process: people, rights, deployments. */
    static final String ENGINE = "engine";

    // The form of a case number; kernel's CaseNo would refuse the others with an exception, once for every event.
    private static final Pattern CASE_NO = Pattern.compile("[A-Z]{2}\\d{4}-\\d{6}");

    private Chains() {}

    static String of(EngineEvent event) {
        String key = event.businessKey();
        if (key != null && CASE_NO.matcher(key).matches()) {
            return key;
        }
        return event.process() == null ? ENGINE : event.process();
    }
}
