package city.cockpit.strategy;

import city.cockpit.measurement.Domain;
import city.cockpit.measurement.SeriesId;
import city.cockpit.strategy.plan.Indicator;
import city.cockpit.strategy.plan.ItemId;
import city.cockpit.strategy.plan.Strategy;
import city.cockpit.strategy.plan.Visibility;
import city.cockpit.strategy.progress.IndicatorValue;
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
 * @param domains the field of city life of an indicator's sensors, where all of them are of one
 * @param corrected what sensors said of a time that was over and say no more, oldest first, by the indicator
 */
public record StrategyPicture(
        long version,
        StrategyVersion.State state,
        Instant since,
        Visibility circle,
        Strategy strategy,
        StrategyProgress progress,
        ComponentCheck check,
        Map<ItemId, List<SeriesId>> feeds,
        Map<ItemId, Domain> domains,
        Map<ItemId, List<IndicatorValue>> corrected) {

    public StrategyPicture {
        feeds = Map.copyOf(feeds);
        domains = Map.copyOf(domains);
        corrected = Map.copyOf(corrected);
    }

    /** The indicators that a sensor feeds, for its tile. */
    public List<Indicator> indicatorsFedBy(SeriesId series) {
        return strategy.indicators().stream()
                .filter(indicator ->
                        feeds.getOrDefault(indicator.id(), List.of()).contains(series))
                .toList();
    }
}
