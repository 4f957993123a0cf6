package city.sim.story;

import city.sim.broker.Message;
import city.sim.nature.DemoCity;
import city.sim.nature.Sensor;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The demo city as its sensors tell it. Everything depends on sensor, time and seed only and may be asked in any order,
 * by several threads.
 */
public final class Story {

    private final DemoCity city;

    private Story(DemoCity city) {
        this.city = city;
    }

    /** A story in which sensors break now and then. */
    public static Story of(long seed) {
        return new Story(new DemoCity(seed));
    }

    /** A story in which every sensor tells the truth at any time. */
    public static Story withoutMishaps(DemoCity city) {
        return new Story(city);
    }

    /** Whether the sensor can be heard at the time. Whoever publishes says a change on the sensor's status topic. */
    public Presence presence(Sensor sensor, Instant time) {
        return Presence.ONLINE;
    }

    /**
     * What a history of the sensor holds at the time, by property: wrong values are in it, broken messages are not.
     * Empty if there is none, because the sensor was silent or what it said was refused.
     */
    public Map<String, BigDecimal> values(Sensor sensor, Instant time) {
        return city.values(sensor, time);
    }

    /**
     * What the sensor publishes when it is its turn to report, in this order; empty while it is not {@link
     * Presence#ONLINE}. May be broken, be told twice or carry another time than this.
     */
    public List<Outgoing> messages(Sensor sensor, Instant time) {
        if (presence(sensor, time) != Presence.ONLINE) return List.of();
        return List.of(Outgoing.of(new Message(sensor.name(), time, city.values(sensor, time))));
    }
}
