package city.cockpit.label;

import city.cockpit.measurement.SensorId;
import city.cockpit.registry.Sensors;
import city.cockpit.town.TownHall;
import java.net.URI;
import java.util.Optional;

/** Labels and what is behind them, for screens without a database. */
public final class PreviewLabels {

    private PreviewLabels() {}

    public static Labels labels(Sensors sensors, TownHall town) {
        return new Labels(sensors, town, settings());
    }

    public static Posters posters() {
        return new Posters(settings());
    }

    private static LabelSettings settings() {
        return new LabelSettings(
                new LabelSettings.Access(Optional.of(URI.create("https://cockpit.musterstadt.example/"))));
    }

    public static Scans scans(Sensors sensors) {
        return new Scans(sensors);
    }

    public static String codeOf(String sensor) {
        return ShortCode.of(new SensorId(sensor)).value();
    }
}
