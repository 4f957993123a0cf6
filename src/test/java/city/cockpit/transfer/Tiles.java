package city.cockpit.transfer;

import city.cockpit.live.CityPicture;
import city.cockpit.live.LiveCity;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SensorId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Hears of what is stored, and does nothing else. */
final class Tiles implements LiveCity {

    private final List<Reading> stored = new CopyOnWriteArrayList<>();

    /** In the order in which it was told. */
    List<Reading> stored() {
        return List.copyOf(stored);
    }

    @Override
    public void stored(Collection<Reading> readings) {
        stored.addAll(readings);
    }

    @Override
    public void sensorOffline(SensorId sensor, Instant since) {
        throw new UnsupportedOperationException("nothing is shown here");
    }

    @Override
    public void sensorOnline(SensorId sensor) {
        throw new UnsupportedOperationException("nothing is shown here");
    }

    @Override
    public CityPicture picture() {
        throw new UnsupportedOperationException("nothing is shown here");
    }

    @Override
    public CityPicture publicPicture() {
        throw new UnsupportedOperationException("nothing is shown here");
    }

    @Override
    public Runnable subscribe(Consumer<CityPicture> listener) {
        throw new UnsupportedOperationException("nothing is shown here");
    }

    @Override
    public void shown(Duration took) {
        throw new UnsupportedOperationException("nothing is shown here");
    }
}
