package city.cockpit.preview;

import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.measurement.SeriesId;
import java.util.List;
import java.util.Optional;

/** The sensors of the made-up town. */
record PreviewCatalog(PreviewCity city) implements SeriesCatalog {

    @Override
    public Optional<Series> findSeries(SeriesId id) {
        return listSeries().stream().filter(series -> series.id().equals(id)).findFirst();
    }

    @Override
    public List<Series> listSeries() {
        return List.copyOf(city.listSeries());
    }

    @Override
    public boolean knows(SensorId sensor) {
        return listSeries().stream().anyMatch(series -> series.id().sensor().equals(sensor));
    }
}
