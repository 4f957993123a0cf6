package city.cockpit.faults;

/** What has become of a report; the words are {@code fault.state.NAME}. */
public enum FaultState {
    NEW,
    /** Somebody looks into it. */
    IN_WORK,
    SOLVED,
    /** What was reported is as it should be. */
    NO_FAULT;

    /** Whether nobody has to do anything any more. */
    public boolean isOver() {
        return this == SOLVED || this == NO_FAULT;
    }
}
