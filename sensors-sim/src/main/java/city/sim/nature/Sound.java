package city.sim.nature;

import java.time.Instant;

/** Sound level of one place, LAeq over the last 15 seconds in dB(A): what people do, single passers-by, wind and rain. */
final class Sound {

    private static final int EVENT_SLOT_SECONDS = 45;

    private final String name;
    private final Week level;
    private final double eventsBySlot;
    private final double eventDecibels;
    private final Weather weather;
    private final Chance chance;

    /**
     * @param eventsBySlot how likely something loud passes within 45 seconds by day
     * @param eventDecibels how much louder that is at most
     */
    Sound(String name, Week level, double eventsBySlot, double eventDecibels, Weather weather, Chance chance) {
        this.name = name;
        this.level = level;
        this.eventsBySlot = eventsBySlot;
        this.eventDecibels = eventDecibels;
        this.weather = weather;
        this.chance = chance;
    }

    String name() {
        return name;
    }

    double laeq(Instant time) {
        var t = Weather.seconds(time);
        var people = level.at(LocalTimes.of(time))
                + 1.3 * chance.smooth(name + "-hour", t, 1_500)
                + 1.7 * chance.smooth(name, t, 20)
                + event(t, time);
        return Math.clamp(sum(people, 30 + 2 * weather.windSpeed(time), rain(time)), 25, 110);
    }

    private double event(double t, Instant time) {
        var awake = LocalTimes.of(time).hour() >= 6 ? 1 : 0.15;
        var slot = (long) Math.floor(t / EVENT_SLOT_SECONDS);
        if (chance.uniform(name + "-event", slot) >= eventsBySlot * awake) return 0;
        return eventDecibels
                * chance.uniform(name + "-loud", slot)
                * Math.sin(Math.PI * (t / EVENT_SLOT_SECONDS - slot));
    }

    private double rain(Instant time) {
        return 25 + 14 * Math.log10(1 + weather.precipitation(time));
    }

    private static double sum(double... decibels) {
        var energy = 0.0;
        for (var level : decibels) energy += Math.pow(10, level / 10);
        return 10 * Math.log10(energy);
    }
}
