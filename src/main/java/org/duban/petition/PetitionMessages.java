package org.duban.petition;

/** Facts that reach a letter's waiting process as messages. */
public final class PetitionMessages {

    /** The letter is a repeat and goes along with its main letter from now on. */
    public static final String FOLDED = "petition.folded";

    /** The letter goes its own way again. */
    public static final String SPLIT_OFF = "petition.splitOff";

    /** The main letter's answer, which is this letter's too, has passed the review. */
    public static final String MAIN_LETTER_PASSED = "petition.mainLetterPassed";

    /** The answer stands where the public can read it. */
    public static final String PUBLISHED = "petition.published";

    /** It was decided by two persons that the public does not read this answer. */
    public static final String WITHHELD = "petition.withheld";

    private PetitionMessages() {}
}
