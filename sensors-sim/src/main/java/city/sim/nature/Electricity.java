package city.sim.nature;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;

/**
 * Power and meter of one building. The power runs in straight lines between nodes five minutes apart, so that the meter
 * is its exact integral and never runs backwards. Safe for several threads.
 */
final class Electricity {

    /** When the meters were put in; they know nothing of earlier times. */
    static final Instant INSTALLED = Instant.parse("2024-01-01T00:00:00Z");

    private static final int NODE_SECONDS = 300;
    private static final int NODES_A_DAY = (int) Duration.ofDays(1).toSeconds() / NODE_SECONDS;
    private static final double LEAST_KILOWATTS = 0.5;

    private final String name;
    private final Week load;
    private final double inWinter;
    private final boolean closedInSummer;
    private final Chance chance;
    private final List<Double> kilowattHoursAtMidnight;

    /**
     * @param load kW in spring
     * @param inWinter part by which the load is higher in mid-winter and lower in mid-summer
     * @param firstKilowattHours what the meter showed when it was put in
     */
    Electricity(
            String name, Week load, double inWinter, boolean closedInSummer, double firstKilowattHours, Chance chance) {
        this.name = name;
        this.load = load;
        this.inWinter = inWinter;
        this.closedInSummer = closedInSummer;
        this.chance = chance;
        this.kilowattHoursAtMidnight = new ArrayList<>(List.of(firstKilowattHours));
    }

    String name() {
        return name;
    }

    /** In kW, always positive. */
    double power(Instant time) {
        var position = position(time);
        var node = (long) Math.floor(position);
        var here = atNode(node);
        return here + (atNode(node + 1) - here) * (position - node);
    }

    /** In kWh; throws IllegalArgumentException for a time before {@link #INSTALLED}. */
    double energy(Instant time) {
        var position = position(time);
        if (position < 0) throw new IllegalArgumentException(time + " is before the meter was put in");
        var day = (int) (position / NODES_A_DAY);
        var node = (long) Math.floor(position);
        var energy = atMidnight(day);
        for (var n = (long) day * NODES_A_DAY; n < node; n++) energy += kilowattHours(atNode(n), atNode(n + 1), 1);
        return energy + kilowattHours(atNode(node), power(time), position - node);
    }

    private synchronized double atMidnight(int day) {
        while (kilowattHoursAtMidnight.size() <= day) {
            var first = (long) (kilowattHoursAtMidnight.size() - 1) * NODES_A_DAY;
            var energy = kilowattHoursAtMidnight.getLast();
            for (var n = first; n < first + NODES_A_DAY; n++) energy += kilowattHours(atNode(n), atNode(n + 1), 1);
            kilowattHoursAtMidnight.add(energy);
        }
        return kilowattHoursAtMidnight.get(day);
    }

    private static double kilowattHours(double fromKilowatts, double toKilowatts, double nodes) {
        return (fromKilowatts + toKilowatts) / 2 * nodes * NODE_SECONDS / 3600;
    }

    private double atNode(long node) {
        var seconds = node * (double) NODE_SECONDS;
        var local = LocalTimes.of(INSTALLED.plusSeconds(node * NODE_SECONDS));
        var week = isHoliday(local.date()) ? load.sunday().at(local.hour()) : load.at(local);
        var season = 1 + inWinter * (1 - 2 * local.summer());
        var use = 1 + 0.08 * chance.smooth(name, seconds, 7_200) + 0.07 * chance.smooth(name + "-switch", seconds, 400);
        return Math.max(LEAST_KILOWATTS, week * season * use);
    }

    private boolean isHoliday(LocalDate date) {
        return closedInSummer
                && (date.getMonth() == Month.JULY || (date.getMonth() == Month.AUGUST && date.getDayOfMonth() < 10));
    }

    private static double position(Instant time) {
        return (Weather.seconds(time) - INSTALLED.getEpochSecond()) / NODE_SECONDS;
    }
}
