package city.cockpit.strategy;

import static java.util.stream.Collectors.toUnmodifiableMap;

import city.cockpit.measurement.Domain;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.measurement.SeriesId;
import city.cockpit.strategy.StrategyVersion.State;
import city.cockpit.strategy.measured.MeasuredValues;
import city.cockpit.strategy.measured.Sensors;
import city.cockpit.strategy.plan.Binding;
import city.cockpit.strategy.plan.Indicator;
import city.cockpit.strategy.plan.ItemId;
import city.cockpit.strategy.plan.Strategy;
import city.cockpit.strategy.plan.Visibility;
import city.cockpit.strategy.progress.StrategyProgress;
import city.cockpit.strategy.survey.ComponentCheck;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Pictures of the strategy for screens. What everybody sees is made at most once in a few seconds, however many look. Any
 * thread; blocks for a few small queries.
 */
@Component
public class StrategyPictures {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Versions versions;
    private final MeasuredValues measured;
    private final SeriesCatalog catalog;
    private final LoadingCache<Visibility, Optional<StrategyPicture>> published;

    StrategyPictures(Versions versions, MeasuredValues measured, SeriesCatalog catalog, InstantSource clock) {
        this.versions = versions;
        this.measured = measured;
        this.catalog = catalog;
        this.published = Caffeine.newBuilder()
                .expireAfterWrite(FRESH)
                .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                .build(circle -> versions.findPublished().map(version -> picture(version, circle)));
    }

    /**
     * What is published, as citizens may see it; empty if nothing is.
     *
     * @throws org.springframework.dao.DataAccessException the database did not answer
     */
    public Optional<StrategyPicture> published() {
        return published.get(Visibility.PUBLIC);
    }

    /** What is published, with the parts that are not for citizens. */
    @RolesAllowed({StrategyDesk.STAFF, StrategyDesk.STRATEGY_EDITOR, StrategyDesk.ADMINISTRATOR})
    public Optional<StrategyPicture> publishedForStaff() {
        return published.get(Visibility.INTERNAL);
    }

    /** The newest version with everything in it, published or not. */
    @RolesAllowed({StrategyDesk.STAFF, StrategyDesk.STRATEGY_EDITOR, StrategyDesk.ADMINISTRATOR})
    public StrategyPicture newest() {
        return picture(versions.newest(), Visibility.INTERNAL);
    }

    /** How the newest version would look to a circle once it is published: a preview for those who edit. */
    @RolesAllowed({StrategyDesk.STRATEGY_EDITOR, StrategyDesk.ADMINISTRATOR})
    public StrategyPicture preview(Visibility circle) {
        return picture(versions.newest(), circle);
    }

    /** What changed for citizens between the ends of two days; empty lists where nothing was published. */
    public List<ItemChange> publishedChanges(LocalDate from, LocalDate to) {
        var before = versions.findPublished(versions.endOf(from));
        var after = versions.findPublished(versions.endOf(to));
        if (before.isEmpty() || after.isEmpty()) return List.of();
        return PlanDiff.between(
                before.get().strategy().seenBy(Visibility.PUBLIC),
                after.get().strategy().seenBy(Visibility.PUBLIC));
    }

    /** Whoever asks next is told what is published by then. */
    void forget() {
        published.invalidateAll();
    }

    private StrategyPicture picture(StrategyVersion version, Visibility circle) {
        var strategy = version.strategy().seenBy(circle);
        var values = measured.values();
        var today = versions.today();
        var sensors = byIndicator(
                strategy,
                binding -> Sensors.of(binding, catalog).stream()
                        .filter(series -> circle == Visibility.INTERNAL || series.isPublic())
                        .toList());
        return new StrategyPicture(
                version.number(),
                version.state(),
                version.state() == State.PUBLISHED ? versions.publishedAt(version) : version.savedAt(),
                circle,
                strategy,
                StrategyProgress.of(strategy, values::of, today),
                ComponentCheck.of(strategy),
                sensors.entrySet().stream()
                        .collect(toUnmodifiableMap(Map.Entry::getKey, entry -> ids(entry.getValue()))),
                domains(sensors),
                byIndicator(strategy, values::correctedOf));
    }

    private static <T> Map<ItemId, List<T>> byIndicator(Strategy strategy, Function<Binding, List<T>> of) {
        return strategy.indicators().stream()
                .filter(indicator -> indicator.binding().isPresent())
                .collect(toUnmodifiableMap(
                        Indicator::id, indicator -> of.apply(indicator.binding().orElseThrow())));
    }

    private static List<SeriesId> ids(List<Series> sensors) {
        return sensors.stream().map(Series::id).toList();
    }

    private static Map<ItemId, Domain> domains(Map<ItemId, List<Series>> sensors) {
        var domains = new HashMap<ItemId, Domain>();
        sensors.forEach((indicator, series) -> {
            var all = series.stream()
                    .map(one -> one.property().domain())
                    .distinct()
                    .toList();
            if (all.size() == 1) domains.put(indicator, all.getFirst());
        });
        return domains;
    }
}
