package city.cockpit.strategy.measured;

import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.strategy.plan.Binding;
import city.cockpit.strategy.plan.Binding.Aggregation;
import java.util.List;

/** Which series a binding means. */
public final class Sensors {

    /** As a property, means every series there is. */
    public static final String ANY_PROPERTY = "*";

    private Sensors() {}

    /** Those registered now, by their names. */
    public static List<Series> of(Binding binding, SeriesCatalog catalog) {
        return catalog.listSeries().stream()
                .filter(series -> binding.property().equals(ANY_PROPERTY)
                        || series.property().key().equals(binding.property()))
                .filter(series -> binding.sites().isEmpty()
                        || binding.sites().contains(series.site().key()))
                .filter(series -> binding.aggregation() != Aggregation.SHARE_OF_HOURS_FULL
                        || series.capacity().isPresent())
                .toList();
    }
}
