package city.cockpit.strategy;

import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.strategy.measured.Sensors;
import city.cockpit.strategy.plan.Binding;
import city.cockpit.strategy.plan.Indicator;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.springframework.stereotype.Component;

/** What an indicator of this town can be made of: its series, and indicators that towns with sensors usually want. */
@Component
public class IndicatorChoices {

    private final SeriesCatalog catalog;
    private final Versions versions;

    IndicatorChoices(SeriesCatalog catalog, Versions versions) {
        this.catalog = catalog;
        this.versions = versions;
    }

    /**
     * An indicator to begin with.
     *
     * @param series of this town that would feed it now; none if it has no such sensor yet
     */
    public record ReadyMade(Indicator indicator, List<Series> series) {
        public ReadyMade {
            series = List.copyOf(series);
        }
    }

    /** All that ship with the cockpit, those that this town can measure first. */
    @RolesAllowed({StrategyDesk.STRATEGY_EDITOR, StrategyDesk.ADMINISTRATOR})
    public List<ReadyMade> listReadyMade() {
        var all = Examples.readyMade(versions.today()).stream()
                .map(indicator -> new ReadyMade(
                        indicator, indicator.binding().map(this::listFeeding).orElse(List.of())))
                .toList();
        return all.stream()
                .sorted((one, other) ->
                        Boolean.compare(one.series().isEmpty(), other.series().isEmpty()))
                .toList();
    }

    /** Everything that is measured in this town. */
    @RolesAllowed({StrategyDesk.STRATEGY_EDITOR, StrategyDesk.ADMINISTRATOR})
    public List<Series> listSeries() {
        return catalog.listSeries();
    }

    /** The series that a binding means now. */
    @RolesAllowed({StrategyDesk.STRATEGY_EDITOR, StrategyDesk.ADMINISTRATOR})
    public List<Series> listFeeding(Binding binding) {
        return Sensors.of(binding, catalog);
    }
}
