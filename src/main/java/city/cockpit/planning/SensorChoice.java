package city.cockpit.planning;

import city.cockpit.measurement.Series;
import city.cockpit.strategy.plan.Binding;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/**
 * What an indicator can be bound to.
 *
 * @param series everything that is measured in this town
 * @param feeding the series that a binding means
 */
record SensorChoice(LocalDate today, List<Series> series, Function<Binding, List<Series>> feeding) {

    SensorChoice {
        series = List.copyOf(series);
    }
}
