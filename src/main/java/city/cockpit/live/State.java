package city.cockpit.live;

/** How current the newest plausible value of a series is, best first. */
public enum State {
    /** Younger than two intervals. */
    LIVE,
    /** Two intervals and more without a reading. */
    DELAYED,
    /** Four intervals and more without a plausible reading: shown grey, judged by no norm. */
    STALE,
    /** Readings arrive, but for four intervals and more none that anybody believes: shown grey, judged by no norm. */
    IMPLAUSIBLE,
    /** A day without any reading, or the sensor took its leave (last will). */
    OFFLINE,
    /** Somebody works on the device: whatever it sends counts for nothing, and nobody misses it. */
    MAINTENANCE,
    /** There has never been a plausible reading. */
    NO_DATA;

    /** Whether the value may still stand for now: counted in sums and judged by norms. */
    public boolean isCurrent() {
        return this == LIVE || this == DELAYED;
    }
}
