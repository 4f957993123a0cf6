package city.cockpit.history;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** What is usual for one series at each hour of the week. Immutable, and small, since there is one for each tile. */
public final class UsualWeek {

    private static final int HOURS_OF_DAY = 24;
    private static final int NUMBERS = 3;

    /** One of 168 hours; the number is that of its begin, 0 to 23. */
    public record Hour(DayOfWeek day, int hour) {

        private int index() {
            return (day.getValue() - 1) * HOURS_OF_DAY + hour;
        }
    }

    private final ZoneId zone;
    private final double[] quartiles = new double[NUMBERS * HOURS_OF_DAY * DayOfWeek.values().length];
    private final byte[] weeks = new byte[HOURS_OF_DAY * DayOfWeek.values().length];

    /**
     * @param zone of the town, whose clock counts
     * @param hours those with enough past weeks
     */
    public UsualWeek(ZoneId zone, Map<Hour, Usual> hours) {
        this.zone = zone;
        hours.forEach(this::put);
    }

    private void put(Hour hour, Usual usual) {
        var at = hour.index() * NUMBERS;
        quartiles[at] = usual.lowerQuartile();
        quartiles[at + 1] = usual.median();
        quartiles[at + 2] = usual.upperQuartile();
        weeks[hour.index()] = (byte) Math.min(Byte.MAX_VALUE, usual.weeks());
    }

    public ZoneId zone() {
        return zone;
    }

    /** What is usual at the hour of that moment; empty before enough weeks have passed. */
    public Optional<Usual> at(Instant time) {
        var local = time.atZone(zone);
        var hour = new Hour(local.getDayOfWeek(), local.getHour()).index();
        if (weeks[hour] == 0) return Optional.empty();
        var at = hour * NUMBERS;
        return Optional.of(new Usual(quartiles[at], quartiles[at + 1], quartiles[at + 2], weeks[hour]));
    }
}
