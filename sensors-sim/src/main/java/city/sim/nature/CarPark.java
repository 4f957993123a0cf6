package city.sim.nature;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Set;

/** One car park: who comes when, and how many spaces that leaves. */
final class CarPark {

    private final String name;
    private final int capacity;
    private final Week occupied;
    private final Set<DayOfWeek> marketDays;
    private final Chance chance;

    /** @param occupied part of the spaces, from 0 to 1 */
    CarPark(String name, int capacity, Week occupied, Set<DayOfWeek> marketDays, Chance chance) {
        this.name = name;
        this.capacity = capacity;
        this.occupied = occupied;
        this.marketDays = marketDays;
        this.chance = chance;
    }

    String name() {
        return name;
    }

    /** From 0 to the capacity. */
    double free(Instant time) {
        var t = Weather.seconds(time);
        var local = LocalTimes.of(time);
        var market = marketDays.contains(local.date().getDayOfWeek()) ? 0.25 * MARKET.at(local.hour()) : 0;
        var crowd = 1 + 0.12 * chance.smooth(name, t, 86_400) + 0.1 * chance.smooth(name + "-hour", t, 5_400);
        var toAndFro = 0.025 * chance.smooth(name + "-minute", t, 240);
        return capacity * (1 - Math.clamp((occupied.at(local) + market) * crowd + toAndFro, 0, 1));
    }

    /** Stalls from seven to one. */
    private static final Curve MARKET = Curve.through(0, 0, 6.5, 0, 9, 1, 12, 1, 13.5, 0, 24, 0);
}
