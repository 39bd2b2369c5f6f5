package org.duban.kernel;

import java.time.ZoneId;

/** The one time zone of the installation; every date a clerk reads is a date in it. */
public final class Zones {

    public static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

    private Zones() {}
}
