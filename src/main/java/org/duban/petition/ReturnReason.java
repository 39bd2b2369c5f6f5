package org.duban.petition;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a unit hands a letter back. */
public enum ReturnReason {
    @JsonProperty("notOurArea")
    NOT_OUR_AREA("不在本辖区"),
    @JsonProperty("notOurDuty")
    NOT_OUR_DUTY("不属本单位职责"),
    @JsonProperty("wrongShare")
    WRONG_SHARE("应由其他单位共办"),
    @JsonProperty("notEcology")
    NOT_ECOLOGY("不属生态环境问题"),
    @JsonProperty("other")
    OTHER("其他");

    private final String label;

    ReturnReason(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
