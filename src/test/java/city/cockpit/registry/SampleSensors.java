package city.cockpit.registry;

import city.cockpit.measurement.FakeCatalog;
import city.cockpit.measurement.SensorFacts;
import city.cockpit.measurement.SensorId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Sensors of which hardly anything is known. */
public final class SampleSensors {

    /** Some of those that the pipeline reads. */
    public static final Formats FORMATS = () -> List.of("cockpit", "chirpstack", "things-stack", "tasmota", "json");

    private SampleSensors() {}

    /** A public one that measures fine dust at the market; registered once however often it is added. */
    public static Sensor add(Sensors sensors, String id, String title) {
        return add(sensors, id, title, Visibility.PUBLIC, Phase.ACTIVE);
    }

    public static Sensor add(Sensors sensors, String id, String title, Visibility visibility, Phase phase) {
        var site = FakeCatalog.siteOf("Markt");
        if (sensors.findPlace(site.key()).isEmpty()) sensors.savePlace(Place.of(site, ""), "tina");
        var known = sensors.find(new SensorId(id));
        if (known.isPresent()) return known.get();
        return sensors.register(
                new Sensor(
                        new SensorId(id),
                        title,
                        site.key(),
                        Device.UNKNOWN,
                        Placement.UNKNOWN,
                        Stewardship.UNKNOWN,
                        SensorFacts.UNKNOWN,
                        visibility,
                        phase,
                        Optional.empty(),
                        OptionalInt.empty(),
                        false,
                        List.of(SeriesPlan.of("pm10", Duration.ofMinutes(1))),
                        0),
                Optional.empty(),
                "tina");
    }
}
