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
        var address = Optional.of(URI.create("https://cockpit.musterstadt.example/"));
        return new Labels(sensors, town, new LabelSettings(new LabelSettings.Access(address)));
    }

    public static Scans scans(Sensors sensors) {
        return new Scans(sensors);
    }

    public static String codeOf(String sensor) {
        return ShortCode.of(new SensorId(sensor)).value();
    }
}
