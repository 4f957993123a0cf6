package city.cockpit.live;

import city.cockpit.measurement.Domain;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How the places of a domain become one number: what it is about and which places speak. A new domain is one line in
 * {@link #RULES}.
 */
sealed interface HeadlineRule {

    Map<Domain, HeadlineRule> RULES = Map.of(
            Domain.PARKING, new Sum("parking_free"),
            Domain.AIR, new Worst("pm2_5"),
            Domain.UV, new Highest("uv_index"),
            Domain.NOISE, new Highest("laeq"),
            Domain.WEATHER, new Newest("temperature"),
            Domain.WATER, new Highest("water_level"),
            Domain.CYCLING, new Sum("bicycles"),
            Domain.TRAFFIC, new Sum("vehicles"),
            Domain.ENERGY, new Sum("power"),
            Domain.LIGHTING, new Sum("light_power"));

    /** The property whose values are shown where the domain has it. */
    String propertyKey();

    /** The states that make the headline: one of them, or all where values add up. Never empty for a filled pool. */
    List<SeriesState> choose(List<SeriesState> pool);

    /** Values of all places add up. */
    record Sum(String propertyKey) implements HeadlineRule {
        @Override
        public List<SeriesState> choose(List<SeriesState> pool) {
            return pool;
        }
    }

    /** The largest value speaks. */
    record Highest(String propertyKey) implements HeadlineRule {
        @Override
        public List<SeriesState> choose(List<SeriesState> pool) {
            return pool.stream().max(Comparator.comparingDouble(HeadlineRule::newestValue)).stream()
                    .toList();
        }
    }

    /** The place that reported last speaks. */
    record Newest(String propertyKey) implements HeadlineRule {
        @Override
        public List<SeriesState> choose(List<SeriesState> pool) {
            return pool.stream()
                    .max(Comparator.comparing(
                            state -> state.newest().orElseThrow().phenomenonTime()))
                    .stream()
                    .toList();
        }
    }

    /** The worst class of the norm speaks, whatever property it is; without a class, the largest value of the property. */
    record Worst(String propertyKey) implements HeadlineRule {
        @Override
        public List<SeriesState> choose(List<SeriesState> pool) {
            var judged = pool.stream()
                    .filter(state -> state.assessment().isPresent())
                    .max(Comparator.comparingDouble(Worst::rank));
            if (judged.isPresent()) return List.of(judged.get());
            var ofProperty = pool.stream()
                    .filter(state -> state.series().property().key().equals(propertyKey))
                    .toList();
            return new Highest(propertyKey).choose(ofProperty.isEmpty() ? pool : ofProperty);
        }

        /** Number of the class, and within a class how far the value has come to its upper end. */
        private static double rank(SeriesState state) {
            var assessment = state.assessment().orElseThrow();
            var band = assessment.band();
            var within = Double.isInfinite(band.upper()) ? 0 : assessment.value() / (band.upper() + 1);
            return assessment.norm().bands().indexOf(band) + Math.min(within, 0.99);
        }
    }

    private static double newestValue(SeriesState state) {
        return state.newest().orElseThrow().value();
    }
}
