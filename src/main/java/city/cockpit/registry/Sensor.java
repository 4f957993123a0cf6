package city.cockpit.registry;

import city.cockpit.measurement.Feed;
import city.cockpit.measurement.SensorFacts;
import city.cockpit.measurement.SensorId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A registered sensor: the device, where it hangs, who answers for it, what it observes.
 *
 * @param title as people know it; empty where its id is its only name
 * @param siteKey of a {@link Place}
 * @param facts how it measures
 * @param format name of the format in which it speaks, where that must be said
 * @param port on which a LoRaWAN device tells what it measures, from 1 to {@link #LAST_PORT}; empty if any port will do
 * @param simulated whether its readings are made up by the simulator
 * @param series what it observes, by property; each property and each field of its messages once
 * @param version grows with every change; 0 of one that is not registered yet
 */
public record Sensor(
        SensorId id,
        String title,
        String siteKey,
        Device device,
        Placement placement,
        Stewardship stewardship,
        SensorFacts facts,
        Visibility visibility,
        Phase phase,
        Optional<String> format,
        OptionalInt port,
        boolean simulated,
        List<SeriesPlan> series,
        int version) {

    public static final int LONGEST_TITLE = 100;
    public static final int LONGEST_FORMAT = 40;
    public static final int MOST_SERIES = 100;

    /** Of those for what a device measures (LoRaWAN 1.0.4, 4.3.2). */
    public static final int LAST_PORT = 223;

    public Sensor {
        series = series.stream()
                .sorted(Comparator.comparing(SeriesPlan::propertyKey))
                .toList();
        Texts.check("title", title, LONGEST_TITLE);
        format.ifPresent(name -> Texts.check("format", name, LONGEST_FORMAT));
        if (port.isPresent() && (port.getAsInt() < 1 || port.getAsInt() > LAST_PORT))
            throw new IllegalArgumentException("port of %s: %d".formatted(id, port.getAsInt()));
        if (series.size() > MOST_SERIES)
            throw new IllegalArgumentException("%s has more than %d series".formatted(id, MOST_SERIES));
        if (series.stream().map(SeriesPlan::propertyKey).distinct().count() < series.size())
            throw new IllegalArgumentException(id + " observes a property twice");
        var fields = series.stream()
                .flatMap(plan -> plan.feed().stream())
                .map(Feed::field)
                .toList();
        if (fields.stream().distinct().count() < fields.size())
            throw new IllegalArgumentException(id + " feeds two series from one field");
    }

    /** One of which nothing more is said: in service, for everybody to see. */
    public static Sensor of(SensorId id, String title, String siteKey, List<SeriesPlan> series) {
        return new Sensor(
                id,
                title,
                siteKey,
                Device.UNKNOWN,
                Placement.UNKNOWN,
                Stewardship.UNKNOWN,
                SensorFacts.UNKNOWN,
                Visibility.PUBLIC,
                Phase.ACTIVE,
                Optional.empty(),
                OptionalInt.empty(),
                false,
                series,
                0);
    }

    /** What people call it: the title, or else the id. */
    public String name() {
        return title.isEmpty() ? id.value() : title;
    }

    public Sensor withVersion(int next) {
        return new Sensor(
                id,
                title,
                siteKey,
                device,
                placement,
                stewardship,
                facts,
                visibility,
                phase,
                format,
                port,
                simulated,
                series,
                next);
    }

    public Sensor withPhase(Phase next) {
        return new Sensor(
                id,
                title,
                siteKey,
                device,
                placement,
                stewardship,
                facts,
                visibility,
                next,
                format,
                port,
                simulated,
                series,
                version);
    }

    public Sensor withDevice(Device next) {
        return new Sensor(
                id,
                title,
                siteKey,
                next,
                placement,
                stewardship,
                facts,
                visibility,
                phase,
                format,
                port,
                simulated,
                series,
                version);
    }
}
