package city.cockpit.live;

import static java.util.stream.Collectors.groupingBy;

import city.cockpit.history.Today;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.SeriesId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The day of all buildings together: each by its meter, without one by its power. Only whoever has both, today and the past
 * weeks, is compared.
 *
 * @param until end of the last hour that counts
 * @param used in kWh since midnight
 * @param usual the same of the weeks before, at this weekday
 * @param baseLoad mean power of last night in kW; empty unless it is known of all of them
 * @param compared how many are compared
 */
public record EnergyDay(Instant until, double used, double usual, OptionalDouble baseLoad, int compared) {

    /** The day so far; empty while nobody can be compared. */
    public static Optional<EnergyDay> of(CityPicture picture) {
        var days = picture.series().values().stream()
                .filter(state -> state.series().property().domain() == Domain.ENERGY)
                .map(state -> state.series().id())
                .filter(picture.today()::containsKey)
                .collect(groupingBy(SeriesId::sensor))
                .values()
                .stream()
                .flatMap(ofSensor -> best(ofSensor, picture).stream())
                .toList();
        if (days.isEmpty()) return Optional.empty();
        return Optional.of(new EnergyDay(
                days.getFirst().until(),
                days.stream().mapToDouble(day -> day.used().orElseThrow()).sum(),
                days.stream().mapToDouble(day -> day.usual().orElseThrow()).sum(),
                baseLoad(days),
                days.size()));
    }

    /** A meter counts what goes through it; the power is known at moments only. */
    private static Optional<Today> best(List<SeriesId> ofSensor, CityPicture picture) {
        return ofSensor.stream()
                .sorted() // energy before power
                .map(id -> Objects.requireNonNull(picture.today().get(id)))
                .filter(day -> day.used().isPresent() && day.usual().isPresent())
                .findFirst();
    }

    private static OptionalDouble baseLoad(List<Today> days) {
        if (days.stream().anyMatch(day -> day.baseLoad().isEmpty())) return OptionalDouble.empty();
        return OptionalDouble.of(
                days.stream().mapToDouble(day -> day.baseLoad().orElseThrow()).sum());
    }

    /** What street lights saved last night against full power, in kWh; empty while it is known of none. */
    public static OptionalDouble savedByDimming(CityPicture picture) {
        var saved = picture.series().values().stream()
                .filter(state -> state.series().property().domain() == Domain.LIGHTING)
                .flatMap(state ->
                        Optional.ofNullable(picture.today().get(state.series().id())).stream())
                .flatMap(day -> day.saved().stream().boxed())
                .mapToDouble(Double::doubleValue)
                .toArray();
        var sum = 0.0;
        for (var one : saved) sum += one;
        return saved.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum);
    }
}
