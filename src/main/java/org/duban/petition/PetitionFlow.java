package org.duban.petition;

import java.util.List;
import org.duban.kernel.Actor;

/** What a letter asks of its process, in the office's words; how the engine does it is known in one class. */
public interface PetitionFlow {

    /** Starts the process of newly registered letters, in the caller's transaction. */
    void startAll(List<Petition> petitions);

    /**
     * Hands in the dispatch of a letter whose process waits for it, as if its form had been filed in the task list; the
     * process then calls {@link PetitionService#dispatch}.
     */
    void fileDispatch(Petition petition, PetitionCommand.Dispatch command, Actor by);

    /** The letter is a repeat from now on; its process waits for the main letter's answer. */
    void folded(Petition petition);

    /** The repeat goes its own way again, from the dispatch on. */
    void splitOff(Petition petition);

    /** The main letter's answer has passed and is this letter's answer too. */
    void mainLetterPassed(Petition petition);

    /** Tells the running process what its texts and expressions now read. */
    void factsChanged(Petition petition);
}
