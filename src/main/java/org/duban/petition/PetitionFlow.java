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

    /** Tells the running process what its texts and expressions now read. */
    void factsChanged(Petition petition);
}
