package city.cockpit.strategy;

import city.cockpit.strategy.plan.Component;
import city.cockpit.strategy.plan.Item;
import city.cockpit.strategy.plan.Strategy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** The parts of which a strategy consists, each by a key; what of one version can be put back into another. */
final class PlanParts {

    private PlanParts() {}

    static Map<Object, Object> of(Strategy strategy) {
        var parts = new HashMap<Object, Object>();
        parts.put("about", strategy.about());
        parts.put("municipality", strategy.municipality());
        parts.put("resolutions", strategy.resolutions());
        parts.put("concepts", strategy.concepts());
        strategy.components().forEach(component -> parts.put(component.key(), component));
        strategy.items().forEach(item -> parts.put(item.id(), item));
        return parts;
    }

    /** Keys of the parts that are not the same, or are in one of them only. */
    static Set<Object> changed(Strategy before, Strategy after) {
        var former = of(before);
        var now = of(after);
        var keys = new LinkedHashSet<>(former.keySet());
        keys.addAll(now.keySet());
        keys.removeIf(key -> Objects.equals(former.get(key), now.get(key)));
        return keys;
    }

    /** Everything as it is now, but what changed from {@code before} to {@code after} as it was before. */
    static Strategy back(Strategy now, Strategy before, Strategy after) {
        return new Strategy(
                back(now, before, after, Strategy::about),
                back(now, before, after, Strategy::municipality),
                list(now.components(), before.components(), after.components(), Component::key),
                list(now.fields(), before.fields(), after.fields(), Item::id),
                list(now.goals(), before.goals(), after.goals(), Item::id),
                list(now.measures(), before.measures(), after.measures(), Item::id),
                list(now.indicators(), before.indicators(), after.indicators(), Item::id),
                back(now, before, after, Strategy::resolutions),
                back(now, before, after, Strategy::concepts));
    }

    private static <P> P back(Strategy now, Strategy before, Strategy after, Function<Strategy, P> part) {
        return part.apply(part.apply(before).equals(part.apply(after)) ? now : before);
    }

    private static <P, K> List<P> list(List<P> now, List<P> before, List<P> after, Function<? super P, K> key) {
        var next = new ArrayList<>(now);
        for (var part : after) if (index(before, key.apply(part), key) < 0) next.remove(part);
        for (var part : before) {
            if (after.contains(part)) continue;
            var at = index(next, key.apply(part), key);
            if (at >= 0) next.set(at, part);
            else next.add(Math.min(before.indexOf(part), next.size()), part);
        }
        return List.copyOf(next);
    }

    private static <P, K> int index(List<P> parts, K key, Function<? super P, K> keyOf) {
        for (var i = 0; i < parts.size(); i++) if (keyOf.apply(parts.get(i)).equals(key)) return i;
        return -1;
    }
}
