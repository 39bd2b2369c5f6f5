package org.duban.engine;

/**
 * Sees everything the engine does, in the transaction in which it does it, whoever asked for it and on which way. An
 * exception thrown here undoes the engine's work.
 */
public interface EngineWitness {

    void saw(EngineEvent event);
}
