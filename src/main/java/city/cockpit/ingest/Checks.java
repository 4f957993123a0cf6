package city.cockpit.ingest;

import city.cockpit.history.Admission;
import city.cockpit.history.Admission.Objection;
import city.cockpit.history.Retention;
import city.cockpit.ingest.Decoded.Observation;
import city.cockpit.ingest.Verdict.Accepted;
import city.cockpit.ingest.Verdict.Rejected;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.ObservedProperty;
import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.measurement.SeriesId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Decides which observations become readings. */
@Component
class Checks {

    private final SeriesCatalog catalog;
    private final ObservedProperties properties;
    private final Admission admission;

    Checks(SeriesCatalog catalog, ObservedProperties properties, Retention retention) {
        this.admission = new Admission(retention);
        this.catalog = catalog;
        this.properties = properties;
    }

    boolean knows(SensorId sensor) {
        return catalog.knows(sensor);
    }

    /** Whose messages stand under that name. */
    SensorId sensorNamed(SensorId name) {
        return catalog.sensorNamed(name);
    }

    Verdict check(SensorId sensor, Observation observation, Instant arrivedAt, boolean retained) {
        if (!knows(sensor)) return new Rejected(RejectReason.UNKNOWN_SENSOR, sensor.value());
        var series = findSeries(sensor, observation.property());
        if (series.isEmpty())
            return new Rejected(
                    RejectReason.UNKNOWN_PROPERTY, "no series '%s' of %s".formatted(observation.property(), sensor));
        if (retained && observation.timedOnArrival())
            return new Rejected(RejectReason.RETAINED_WITHOUT_TIME, observation.property());
        return check(series.get(), observation, arrivedAt);
    }

    private Optional<Series> findSeries(SensorId sensor, String property) {
        return properties.find(property).flatMap(known -> catalog.findSeries(SeriesId.of(sensor, known.key())));
    }

    private Verdict check(Series series, Observation observation, Instant arrivedAt) {
        var property = series.property();
        var unit = observation.unit();
        if (unit != null && !Units.same(unit, property.unit()))
            return new Rejected(
                    RejectReason.UNIT,
                    "%s in '%s' instead of %s"
                            .formatted(property.key(), unit, property.unit().ucum()));
        var objection = admission.objection(series, observation.time(), observation.value(), arrivedAt);
        if (objection.isPresent()) return rejected(objection.get(), property, observation);
        return new Accepted(
                new Reading(series.id(), observation.time(), observation.value(), quality(series, observation)));
    }

    private static Rejected rejected(Objection objection, ObservedProperty property, Observation observation) {
        return switch (objection) {
            case IMPOSSIBLE_VALUE ->
                new Rejected(
                        RejectReason.IMPOSSIBLE_VALUE,
                        "%s = %s, possible are %s to %s"
                                .formatted(property.key(), observation.value(), property.lowest(), property.highest()));
            case IN_FUTURE ->
                new Rejected(RejectReason.IN_FUTURE, "%s at %s".formatted(property.key(), observation.time()));
            case OLDER_THAN_RETENTION ->
                new Rejected(
                        RejectReason.OLDER_THAN_RETENTION, "%s at %s".formatted(property.key(), observation.time()));
        };
    }

    private static Quality quality(Series series, Observation observation) {
        var time = observation.timedOnArrival() ? Quality.TIMED_ON_ARRIVAL : Quality.GOOD;
        return time.with(Admission.quality(series, observation.value()));
    }
}
