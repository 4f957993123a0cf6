package city.sim.story;

import city.sim.nature.Chance;
import city.sim.nature.DemoCity;
import city.sim.nature.Sensor;
import city.sim.story.Track.Episode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What happens to sensors in an ordinary town, in small doses: at any time two or three of them cannot be heard and about
 * as many tell something wrong. Depends on sensor, time and seed only.
 */
final class Mishaps {

    private static final double HOUR = 3_600;
    private static final double DAY = 24 * HOUR;
    private static final double ONE_HOUR_AHEAD = HOUR + 7;
    private static final double BEHIND = -(37 * 60 + 13);
    private static final double SPIKES_A_DAY = 0.04;
    private static final double REPEATS = 0.002;
    private static final double BROKEN = 0.0001;
    private static final double BROKEN_WITH_BAD_SOFTWARE = 0.05;

    private final Map<String, Integer> numbers;
    private final List<Track> outages;
    private final Track stuck;
    private final Track drift;
    private final Track clock;
    private final Track badSoftware;
    private final Chance spike;
    private final Chance repeat;
    private final Chance broken;

    Mishaps(Chance chance) {
        var sensors = DemoCity.sensors();
        this.numbers = IntStream.range(0, sensors.size())
                .boxed()
                .collect(Collectors.toMap(i -> sensors.get(i).name(), Function.identity()));
        this.outages = List.of(
                new Track(14 * HOUR, 1, sensor -> isIn(sensor, 0), chance.of("long-outage")),
                new Track(5 * HOUR, 1, sensor -> isIn(sensor, 1), chance.of("outage")),
                new Track(0.7 * HOUR, 0.5, sensor -> isIn(sensor, 2), chance.of("short-outage")));
        this.stuck = new Track(9 * HOUR, 0.6, sensor -> true, chance.of("stuck"));
        this.drift = new Track(30 * HOUR, 0.7, Distortion::canDrift, chance.of("drift"));
        this.clock = new Track(20 * HOUR, 0.3, sensor -> true, chance.of("clock"));
        this.badSoftware = new Track(26 * HOUR, 0.5, sensor -> true, chance.of("software"));
        this.spike = chance.of("spike");
        this.repeat = chance.of("repeat");
        this.broken = chance.of("broken");
    }

    /** Outages of one kind stay within a third of the sensors, so that no two ever fall on the same one. */
    private boolean isIn(Sensor sensor, int third) {
        return number(sensor) % 3 == third;
    }

    Presence presence(Sensor sensor, double t) {
        return outages.get(number(sensor) % 3)
                .of(sensor, t)
                .map(episode -> episode.luck() < 0.6 ? Presence.OFFLINE : Presence.SILENT)
                .orElse(Presence.ONLINE);
    }

    /** When the sensor shows the same value again and again. */
    Optional<Episode> stuck(Sensor sensor, double t) {
        return stuck.of(sensor, t);
    }

    /** When the sensor moves away from the truth, slowly. */
    Optional<Episode> drift(Sensor sensor, double t) {
        return drift.of(sensor, t);
    }

    /** By how many seconds the clock of the sensor is ahead; negative if it is behind, mostly 0. */
    double clockError(Sensor sensor, double t) {
        return clock.of(sensor, t)
                .map(episode -> episode.luck() < 0.5 ? ONE_HOUR_AHEAD : BEHIND)
                .orElse(0.0);
    }

    /** Whether just this reading is far off. */
    boolean isSpike(Sensor sensor, double t) {
        return spike.of(sensor.name()).uniform(reading(sensor, t))
                < SPIKES_A_DAY * sensor.interval().toSeconds() / DAY;
    }

    /** Whether the sensor says this twice. */
    boolean isRepeated(Sensor sensor, double t) {
        return repeat.of(sensor.name()).uniform(reading(sensor, t)) < REPEATS;
    }

    /** A number from 0 to 1 if this message arrives broken. */
    Optional<Double> broken(Sensor sensor, double t) {
        var luck = broken.of(sensor.name()).uniform(reading(sensor, t));
        var likely = badSoftware.of(sensor, t).isPresent() ? BROKEN_WITH_BAD_SOFTWARE : BROKEN;
        return luck < likely ? Optional.of(luck / likely) : Optional.empty();
    }

    private static long reading(Sensor sensor, double t) {
        return (long) Math.floor(t / sensor.interval().toSeconds());
    }

    private int number(Sensor sensor) {
        var number = numbers.get(sensor.name());
        if (number == null) throw new IllegalArgumentException("there is no sensor " + sensor.name());
        return number;
    }
}
