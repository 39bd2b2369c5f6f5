package org.duban.engine;

/** Tells the engine's guards who may work in somebody else's place today. */
public interface StandIns {

    boolean mayActFor(String username, String absent);
}
