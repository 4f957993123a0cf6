package city.cockpit.strategy;

import city.cockpit.measurement.SeriesId;
import city.cockpit.strategy.plan.Indicator;
import city.cockpit.strategy.plan.ItemId;
import city.cockpit.strategy.plan.Strategy;
import city.cockpit.strategy.plan.Visibility;
import city.cockpit.strategy.progress.StrategyProgress;
import city.cockpit.strategy.survey.ComponentCheck;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything a screen needs of a strategy at a moment. Immutable.
 *
 * @param version its number
 * @param since when it was published, or saved if it is not
 * @param circle for whom it is; what that circle must not see is not in it
 * @param feeds the series that feed an indicator, by the indicator; nothing for those that people enter
 */
public record StrategyPicture(
        long version,
        StrategyVersion.State state,
        Instant since,
        Visibility circle,
        Strategy strategy,
        StrategyProgress progress,
        ComponentCheck check,
        Map<ItemId, List<SeriesId>> feeds) {

    public StrategyPicture {
        feeds = Map.copyOf(feeds);
    }

    /** The indicators that a sensor feeds, for its tile. */
    public List<Indicator> indicatorsFedBy(SeriesId series) {
        return strategy.indicators().stream()
                .filter(indicator ->
                        feeds.getOrDefault(indicator.id(), List.of()).contains(series))
                .toList();
    }
}
