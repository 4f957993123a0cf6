package city.cockpit.ingest;

import city.cockpit.history.Admission;
import city.cockpit.history.Admission.Objection;
import city.cockpit.history.Retention;
import city.cockpit.ingest.Decoded.Field;
import city.cockpit.ingest.Decoded.Observation;
import city.cockpit.ingest.Verdict.Accepted;
import city.cockpit.ingest.Verdict.Rejected;
import city.cockpit.measurement.Feed;
import city.cockpit.measurement.ObservedProperty;
import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;

/** Decides which observations become readings. */
@Component
class Checks {

    private static final Feed AS_IT_IS = Feed.of("");

    private final SeriesCatalog catalog;
    private final Admission admission;

    Checks(SeriesCatalog catalog, Retention retention) {
        this.admission = new Admission(retention);
        this.catalog = catalog;
    }

    boolean knows(SensorId sensor) {
        return catalog.knows(sensor);
    }

    /** The format in which the sensor speaks, where that is registered. */
    Optional<String> formatOf(SensorId sensor) {
        return catalog.formatOf(sensor);
    }

    /** The port on which the sensor's device tells what it measures, where that is registered. */
    OptionalInt portOf(SensorId sensor) {
        return catalog.portOf(sensor);
    }

    /** Whose messages stand under that name. */
    SensorId sensorNamed(SensorId name) {
        return catalog.sensorNamed(name);
    }

    Verdict check(SensorId sensor, Observation observation, Instant arrivedAt, boolean retained) {
        var series = catalog.findObserved(sensor, observation.property());
        if (series.isEmpty() && !knows(sensor)) return new Rejected(RejectReason.UNKNOWN_SENSOR, sensor.value());
        if (series.isEmpty())
            return new Rejected(
                    RejectReason.UNKNOWN_PROPERTY, "no series '%s' of %s".formatted(observation.property(), sensor));
        // What names its property says its value as it is: nothing of it can be missing.
        return check(series.get(), AS_IT_IS, observation, arrivedAt, retained).orElseThrow();
    }

    /** Whether one of the fields feeds a series, be it with a value that its maker calls none. */
    boolean isFedBy(SensorId sensor, List<Decoded> found) {
        return found.stream()
                .anyMatch(one -> one instanceof Field(var observation)
                        && catalog.findFed(sensor, observation.property()).isPresent());
    }

    /** What a field of a device comes to; empty if it feeds nothing, or its maker says so that there is no value. */
    Optional<Verdict> check(SensorId sensor, Field field, Instant arrivedAt, boolean retained) {
        var observation = field.observation();
        return catalog.findFed(sensor, observation.property())
                .flatMap(fed -> check(fed.series(), fed.feed(), observation, arrivedAt, retained));
    }

    private Optional<Verdict> check(
            Series series, Feed feed, Observation observation, Instant arrivedAt, boolean retained) {
        if (retained && observation.timedOnArrival())
            return Optional.of(new Rejected(RejectReason.RETAINED_WITHOUT_TIME, observation.property()));
        var property = series.property();
        var unit = observation.unit();
        var raw = observation.value();
        var converted = unit == null ? OptionalDouble.of(raw) : Units.converted(raw, unit, property.unit());
        if (converted.isEmpty())
            return Optional.of(new Rejected(
                    RejectReason.UNIT,
                    "%s in '%s' instead of %s"
                            .formatted(property.key(), unit, property.unit().ucum())));
        var value = feed.value(raw, converted.getAsDouble());
        return value.isPresent()
                ? Optional.of(check(series, observation, value.getAsDouble(), arrivedAt))
                : Optional.empty();
    }

    private Verdict check(Series series, Observation observation, double value, Instant arrivedAt) {
        var objection = admission.objection(series, observation.time(), value, arrivedAt);
        if (objection.isPresent()) return rejected(objection.get(), series.property(), value, observation.time());
        var time = observation.timedOnArrival() ? Quality.TIMED_ON_ARRIVAL : Quality.GOOD;
        return new Accepted(
                new Reading(series.id(), observation.time(), value, time.with(Admission.quality(series, value))));
    }

    private static Rejected rejected(Objection objection, ObservedProperty property, double value, Instant time) {
        return switch (objection) {
            case IMPOSSIBLE_VALUE ->
                new Rejected(
                        RejectReason.IMPOSSIBLE_VALUE,
                        "%s = %s, possible are %s to %s"
                                .formatted(property.key(), value, property.lowest(), property.highest()));
            case IN_FUTURE -> new Rejected(RejectReason.IN_FUTURE, "%s at %s".formatted(property.key(), time));
            case OLDER_THAN_RETENTION ->
                new Rejected(RejectReason.OLDER_THAN_RETENTION, "%s at %s".formatted(property.key(), time));
        };
    }
}
