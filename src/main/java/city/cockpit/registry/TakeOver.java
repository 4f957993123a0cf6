package city.cockpit.registry;

import static java.util.stream.Collectors.joining;

import city.cockpit.csv.Problem;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.SensorId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What the registry takes over at the start: a table that a town hands over, or the demo city. What a person has changed
 * since stays as it is, and the log says so.
 */
@Component
class TakeOver {

    private static final Logger log = LoggerFactory.getLogger(TakeOver.class);
    private static final int MOST_NAMED = 10;

    private final RegistrySettings settings;
    private final ObservedProperties properties;
    private final Formats formats;

    TakeOver(RegistrySettings settings, ObservedProperties properties, Formats formats) {
        this.settings = settings;
        this.properties = properties;
        this.formats = formats;
    }

    /** The table, if there is one to take over. */
    Optional<SensorTable> table(Snapshot now) {
        if (settings.sensors() != null) return Optional.of(SensorTable.of(settings.sensors()));
        if (!settings.demo()) return Optional.empty();
        return Optional.of(SensorTable.demoCity()).filter(city -> isOurs(city, now));
    }

    /** At every start, since its simulator follows the same table; never beside sensors of somebody else. */
    private static boolean isOurs(SensorTable city, Snapshot now) {
        var ours = city.lines().stream()
                .map(line -> line.cells().getOrDefault("sensor", ""))
                .toList();
        return now.listed().stream()
                .allMatch(sensor ->
                        sensor.simulated() && ours.contains(sensor.id().value()));
    }

    void write(SensorTable table, Turn turn) {
        var plan = TableReader.plan(table, turn.now(), properties, formats, true);
        if (!plan.problems().isEmpty()) throw new SensorTableException(sentence(table, plan.problems()));
        var now = turn.now();
        var places = plan.places().stream()
                .filter(place -> !isChangedByPeople(now.places().get(place.key()), RegisteredPlace::changedBy))
                .toList();
        var sensors = plan.sensors().stream()
                .filter(sensor -> !isChangedByPeople(now.sensors().get(sensor.id()), Registered::changedBy))
                .toList();
        turn.writeMunicipalities(plan.municipalities());
        turn.writePlaces(places, null);
        turn.writeSensors(sensors, null);
        tell(
                table,
                plan.sensors().stream()
                        .filter(sensor -> !sensors.contains(sensor))
                        .map(Sensor::id)
                        .toList(),
                plan.places().size() - places.size());
    }

    private static <T> boolean isChangedByPeople(@Nullable T registered, Function<T, Optional<String>> by) {
        return registered != null && by.apply(registered).isPresent();
    }

    private static void tell(SensorTable table, List<SensorId> sensors, int places) {
        if (sensors.isEmpty() && places == 0) return;
        log.warn(
                "People have changed {} sensors and {} sites of the table {} here; they stay as they are: {}",
                sensors.size(),
                places,
                table.name(),
                sensors.stream().limit(MOST_NAMED).map(SensorId::value).collect(joining(", "))
                        + (sensors.size() > MOST_NAMED ? " …" : ""));
    }

    private static String sentence(SensorTable table, List<Problem> problems) {
        var first = problems.stream()
                .limit(MOST_NAMED)
                .map(problem -> "line %d: %s".formatted(problem.line(), problem.sentence()))
                .collect(joining(" "));
        var rest = problems.size() > MOST_NAMED ? " (and %d more)".formatted(problems.size() - MOST_NAMED) : "";
        return "The table of sensors %s is wrong in %s%s".formatted(table.name(), first, rest);
    }
}
