package org.duban.petition.publication;

import java.time.Instant;
import org.duban.kernel.Actor;

/** Who did it, for whom, and when. */
public record Signature(Actor by, Instant at) {

    /** 张三（代 lisi）. */
    public String name() {
        return by.onBehalfOf() == null ? by.name() : by.name() + "（代 " + by.onBehalfOf() + "）";
    }
}
