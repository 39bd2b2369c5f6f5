package org.duban.notice.service;

import org.duban.notice.paper.Paper;

/** Takes a paper along one channel. Doing it twice for one delivery must be recognisable where it arrives. */
interface Carrier {

    Channel channel();

    /** False where the office has not set it up; nothing is then sent by it. */
    default boolean ready() {
        return true;
    }

    /** @throws Undeliverable when it did not arrive */
    Carried carry(Delivery delivery, Paper paper);

    /**
     * @param to the address, or null
     * @param result what the other side said, in words
     */
    record Carried(String to, String result) {}
}
