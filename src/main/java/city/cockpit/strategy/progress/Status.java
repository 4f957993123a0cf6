package city.cockpit.strategy.progress;

/**
 * How an indicator stands, best first. Nobody knows how one without data stands, so that is worse than to be on the way. The
 * texts are {@code strategy.status.NAME}.
 */
public enum Status {
    ACHIEVED,
    ON_TRACK,
    NO_DATA,
    AT_RISK,
    OFF_TRACK,
    MISSED
}
