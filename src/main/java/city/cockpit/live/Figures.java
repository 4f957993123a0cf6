package city.cockpit.live;

import static java.util.stream.Collectors.toSet;

import city.cockpit.measurement.Domain;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SensorId;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The further numbers of a domain's tile, of current values only. */
final class Figures {

    static final String FAULTS = "light_faults";

    private Figures() {}

    /**
     * @param states of all series of the domain
     * @param chosen those that make the headline
     */
    static List<Figure> of(Domain domain, List<SeriesState> states, List<SeriesState> chosen) {
        var current = states.stream().filter(state -> state.state().isCurrent()).toList();
        return switch (domain) {
            case PARKING -> places(Figure.Name.CAR_PARKS_FULL, of("parking_free", current), state -> value(state) <= 0);
            case WEATHER -> weather(current, chosen);
            case TRAFFIC -> mean(Figure.Name.VEHICLE_SPEED, of("vehicle_speed", current));
            case ENERGY -> sum(Figure.Name.HEAT_POWER, of("heat_power", current));
            case LIGHTING -> lights(current);
            case AIR, UV, NOISE, WATER, CYCLING -> List.of();
        };
    }

    private static List<Figure> weather(List<SeriesState> current, List<SeriesState> chosen) {
        var there =
                chosen.stream().map(speaking -> speaking.series().id().sensor()).collect(toSet());
        return Stream.of(
                        mean(Figure.Name.HUMIDITY, of("humidity", current, there)),
                        mean(Figure.Name.WIND_SPEED, of("wind_speed", current, there)),
                        mean(Figure.Name.PRECIPITATION, of("precipitation", current, there)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<SeriesState> of(String key, List<SeriesState> states, Set<SensorId> sensors) {
        return of(key, states).stream()
                .filter(state -> sensors.contains(state.series().id().sensor()))
                .toList();
    }

    private static List<Figure> lights(List<SeriesState> current) {
        var dimming = of("light_dimming", current);
        return Stream.of(
                        mean(Figure.Name.LIGHT_DIMMING, dimming),
                        places(Figure.Name.SEGMENTS_BURNING, dimming, state -> value(state) > 0),
                        places(Figure.Name.SEGMENTS_DIMMED, dimming, state -> value(state) > 0 && value(state) < 100),
                        sum(Figure.Name.LIGHT_FAULTS, of(FAULTS, current)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Figure> sum(Figure.Name name, List<SeriesState> states) {
        return figure(name, states, states.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(sum(states)));
    }

    private static List<Figure> mean(Figure.Name name, List<SeriesState> states) {
        return figure(name, states, states.stream().mapToDouble(Figures::value).average());
    }

    private static List<Figure> figure(Figure.Name name, List<SeriesState> states, OptionalDouble value) {
        return value.isEmpty()
                ? List.of()
                : List.of(new Figure(
                        name, states.getFirst().series().property(), value.getAsDouble(), OptionalInt.empty()));
    }

    private static List<Figure> places(Figure.Name name, List<SeriesState> states, Predicate<SeriesState> counted) {
        if (states.isEmpty()) return List.of();
        return List.of(new Figure(
                name,
                states.getFirst().series().property(),
                states.stream().filter(counted).count(),
                OptionalInt.of(states.size())));
    }

    private static List<SeriesState> of(String key, List<SeriesState> states) {
        return states.stream()
                .filter(state -> state.series().property().key().equals(key))
                .toList();
    }

    /** Sum of the newest values. */
    static double sum(List<SeriesState> states) {
        return states.stream()
                .flatMap(state -> state.newest().stream())
                .mapToDouble(Reading::value)
                .sum();
    }

    private static double value(SeriesState state) {
        return state.newest().orElseThrow().value();
    }
}
