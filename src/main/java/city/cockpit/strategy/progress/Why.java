package city.cockpit.strategy.progress;

/** Why a status or a share is what it is, where the figures do not say it. The sentences are {@code strategy.why.NAME}. */
public enum Why {
    /** The figures say it. */
    FIGURES,
    NO_VALUE,
    NO_TARGET,
    COVERAGE_TOO_LOW,
    TOO_OLD,
    /** Reached, but the value may still change. */
    PROVISIONAL,
    /** Without a baseline there is no way to compare with, only reached or not. */
    NO_BASELINE,
    TARGET_DATE_PASSED;

    /** Name of the sentence in the resource bundles. */
    public String text() {
        return "strategy.why." + name();
    }
}
