package city.cockpit.measurement;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/**
 * The town whose name stands on every page.
 *
 * @param name as people call it
 * @param zone time zone of every time on a screen
 */
public record Town(String name, ZoneId zone) {

    private static final int SECONDS_PER_HOUR = 3_600;

    /**
     * Whether the clocks of that zone differ from the world's by whole hours only. Days are made of such hours, so elsewhere
     * they would begin at half past twelve.
     */
    public static boolean hasWholeHours(ZoneId zone) {
        var rules = zone.getRules();
        var changes = rules.getTransitions();
        var latest = changes.isEmpty()
                ? rules.getOffset(Instant.EPOCH)
                : changes.getLast().getOffsetAfter();
        var yearly = rules.getTransitionRules().stream()
                .flatMap(rule -> Stream.of(rule.getOffsetBefore(), rule.getOffsetAfter()));
        return Stream.concat(Stream.of(latest), yearly)
                .mapToInt(ZoneOffset::getTotalSeconds)
                .allMatch(seconds -> seconds % SECONDS_PER_HOUR == 0);
    }
}
