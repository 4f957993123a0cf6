package city.sim.story;

import city.sim.broker.Message;
import city.sim.nature.Chance;
import city.sim.nature.DemoCity;
import city.sim.nature.Happenings;
import city.sim.nature.Sensor;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The demo city as its sensors tell it. Everything depends on sensor, time and seed only and may be asked in any order,
 * by several threads.
 */
public final class Story {

    private final DemoCity city;
    private final Optional<Mishaps> mishaps;

    private Story(DemoCity city, Optional<Mishaps> mishaps) {
        this.city = city;
        this.mishaps = mishaps;
    }

    /** A story of ordinary days in which sensors break now and then. */
    public static Story of(long seed) {
        return of(seed, Happenings.NONE);
    }

    /** A story in which sensors break now and then, and something happens to the town. */
    public static Story of(long seed, Happenings happenings) {
        var mishaps = new Mishaps(new Chance(seed).of("mishaps"));
        return new Story(new DemoCity(seed, happenings), Optional.of(mishaps));
    }

    /** A story in which every sensor that is heard tells the truth. */
    public static Story withoutMishaps(DemoCity city) {
        return new Story(city, Optional.empty());
    }

    /** Whether the sensor can be heard at the time. Whoever publishes says a change on the sensor's status topic. */
    public Presence presence(Sensor sensor, Instant time) {
        var t = seconds(time);
        if (!city.happenings().isHeard(sensor, t)) return Presence.OFFLINE;
        return mishaps.map(all -> all.presence(sensor, t)).orElse(Presence.ONLINE);
    }

    /**
     * What a history of the sensor holds at the time, by property: wrong values are in it, broken messages are not.
     * Empty if there is none, because the sensor was silent or what it said was refused.
     */
    public Map<String, BigDecimal> values(Sensor sensor, Instant time) {
        if (presence(sensor, time) != Presence.ONLINE) return Map.of();
        if (mishaps.isEmpty()) return city.values(sensor, time);
        var error = mishaps.get().clockError(sensor, seconds(time));
        // What is told for the future is refused, and what is late carries the time of an earlier reading.
        return error > 0 ? Map.of() : told(sensor, plus(time, -error), mishaps.get());
    }

    /**
     * What the sensor publishes when it is its turn to report, in this order; empty while it is not {@link
     * Presence#ONLINE}. May be broken, be told twice or carry another time than this.
     */
    public List<Outgoing> messages(Sensor sensor, Instant time) {
        if (presence(sensor, time) != Presence.ONLINE) return List.of();
        if (mishaps.isEmpty()) return List.of(Outgoing.of(new Message(sensor.name(), time, city.values(sensor, time))));
        return messages(sensor, time, mishaps.get());
    }

    private List<Outgoing> messages(Sensor sensor, Instant time, Mishaps all) {
        var t = seconds(time);
        var message = new Message(sensor.name(), plus(time, all.clockError(sensor, t)), told(sensor, time, all));
        var outgoing =
                all.broken(sensor, t).map(luck -> Broken.message(message, luck)).orElseGet(() -> Outgoing.of(message));
        return all.isRepeated(sensor, t) ? List.of(outgoing, outgoing) : List.of(outgoing);
    }

    /** What the sensor believes to measure. */
    private Map<String, BigDecimal> told(Sensor sensor, Instant time, Mishaps all) {
        var t = seconds(time);
        var stuck = all.stuck(sensor, t);
        var since = stuck.map(episode -> plus(Instant.EPOCH, episode.from())).orElse(time);
        var values = city.values(sensor, since.isBefore(DemoCity.BEGINNING) ? time : since);
        if (stuck.isPresent()) return values;
        var drift = all.drift(sensor, t);
        if (drift.isPresent()) return Distortion.drifted(values, drift.get().progress(t));
        return all.isSpike(sensor, t) ? Distortion.spiked(values) : values;
    }

    private static double seconds(Instant time) {
        return time.getEpochSecond() + time.getNano() / 1e9;
    }

    private static Instant plus(Instant time, double seconds) {
        return time.plusMillis((long) (seconds * 1_000));
    }
}
