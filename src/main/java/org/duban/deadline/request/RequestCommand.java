package org.duban.deadline.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;

/** What a task form of an approval files, one record per form; fields are named as in the form. */
public sealed interface RequestCommand {

    /** 单位负责人审签. */
    record Sign(Choice decision, String reason) implements RequestCommand {

        public enum Choice {
            @JsonProperty("sign")
            SIGN,
            @JsonProperty("return")
            RETURN
        }
    }

    /**
     * 审批 by coordinator or leader. What is left out is granted as it was asked for.
     *
     * @param grantedOn another day than was asked for
     * @param leadUnit other units than were asked for, and {@code responsibleUnits}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Decide(Choice decision, LocalDate grantedOn, String leadUnit, List<String> responsibleUnits, String reason)
            implements RequestCommand {

        public enum Choice {
            @JsonProperty("grant")
            GRANT,
            @JsonProperty("refuse")
            REFUSE
        }

        public static Decide grant(String reason) {
            return new Decide(Choice.GRANT, null, null, null, reason);
        }

        public static Decide refuse(String reason) {
            return new Decide(Choice.REFUSE, null, null, null, reason);
        }
    }
}
