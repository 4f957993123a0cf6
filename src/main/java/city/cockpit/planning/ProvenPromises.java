package city.cockpit.planning;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableMap;

import city.cockpit.measurement.Domain;
import city.cockpit.measurement.SeriesId;
import city.cockpit.strategy.StrategyPicture;
import city.cockpit.strategy.plan.Indicator;
import city.cockpit.uikit.Promised;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which promises the values of which sensors count for. Immutable. */
record ProvenPromises(
        Map<Domain, Promised> ofDomains, Map<SeriesId, Promised> ofValues, Map<SeriesId, Promised> ofAll) {

    static final ProvenPromises NONE = new ProvenPromises(Map.of(), Map.of(), Map.of());

    ProvenPromises {
        ofDomains = Map.copyOf(ofDomains);
        ofValues = Map.copyOf(ofValues);
        ofAll = Map.copyOf(ofAll);
    }

    static ProvenPromises of(StrategyPicture picture) {
        var domains = new EnumMap<Domain, List<Indicator>>(Domain.class);
        var values = new HashMap<SeriesId, List<Indicator>>();
        var all = new HashMap<SeriesId, List<Indicator>>();
        for (var indicator : picture.strategy().indicators()) {
            var feeds = picture.feeds().getOrDefault(indicator.id(), List.of());
            feeds.forEach(series -> add(all, series, indicator));
            // That all kinds of sensors report at all is no promise about what one of them says.
            var domain = picture.domains().get(indicator.id());
            if (domain == null) continue;
            feeds.forEach(series -> add(values, series, indicator));
            add(domains, domain, indicator);
        }
        return new ProvenPromises(ways(domains), ways(values), ways(all));
    }

    private static <K> void add(Map<K, List<Indicator>> to, K key, Indicator indicator) {
        to.computeIfAbsent(key, unknown -> new ArrayList<>()).add(indicator);
    }

    private static <K> Map<K, Promised> ways(Map<K, List<Indicator>> indicators) {
        return indicators.entrySet().stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, entry -> way(entry.getValue())));
    }

    private static Promised way(List<Indicator> indicators) {
        return new Promised(
                indicators.size() == 1
                        ? PromisesView.ADDRESS + "/" + indicators.getFirst().id()
                        : PromisesView.ADDRESS
                                + "?"
                                + PromisesView.ONLY
                                + "="
                                + indicators.stream()
                                        .map(one -> one.id().value())
                                        .collect(joining(",")),
                indicators.stream().map(Indicator::title).toList());
    }
}
