package city.cockpit.measurement;

/** How sure we are that a threshold is what its publisher says. Screens name everything below {@link #TRANSCRIBED}. */
public enum Confidence {
    /** Read on the page of the publisher, or alike in two independent places. */
    VERIFIED,
    /** Read in a transcription of the legal text. */
    TRANSCRIBED,
    /** Read in a work that quotes the publisher. */
    SECOND_HAND,
    /** Known, but not found in writing. */
    GENERAL_KNOWLEDGE,
    /** A default of this cockpit; nobody published a norm. */
    PROPOSAL
}
