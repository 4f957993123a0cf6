package city.cockpit.live;

import city.cockpit.measurement.Domain;
import city.cockpit.measurement.Series;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How the places of a domain become one number: what it is about and which places speak. A new domain is one line in
 * {@link #RULES}.
 */
sealed interface HeadlineRule {

    Map<Domain, HeadlineRule> RULES = Map.of(
            Domain.PARKING, new Sum("parking_free"),
            Domain.AIR, new Worst("pm2_5"),
            Domain.UV, new Highest("uv_index"),
            Domain.NOISE, new Loudest("laeq"),
            Domain.WEATHER, new Central("temperature"),
            Domain.WATER, new NearestMark("water_level"),
            Domain.CYCLING, new HourSum("bicycles"),
            Domain.TRAFFIC, new HourSum("vehicles"),
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

    /** What all places counted in an hour adds up; places without a complete hour are left out unless none has one. */
    record HourSum(String propertyKey) implements HeadlineRule {
        @Override
        public List<SeriesState> choose(List<SeriesState> pool) {
            var whole =
                    pool.stream().filter(state -> state.hourSum().isPresent()).toList();
            return whole.isEmpty() ? pool : whole;
        }
    }

    /** The largest value speaks. */
    record Highest(String propertyKey) implements HeadlineRule {
        @Override
        public List<SeriesState> choose(List<SeriesState> pool) {
            return first(pool, HeadlineRule::newestValue);
        }
    }

    /** The place with the loudest hour speaks; while no hour is full, the loudest of the moment. */
    record Loudest(String propertyKey) implements HeadlineRule {
        @Override
        public List<SeriesState> choose(List<SeriesState> pool) {
            var hours = pool.stream()
                    .filter(state ->
                            state.state().isCurrent() && state.hourMean().isPresent())
                    .toList();
            return hours.isEmpty()
                    ? first(pool, HeadlineRule::newestValue)
                    : first(hours, state -> state.hourMean().orElseThrow());
        }
    }

    /** The place in the middle of those that report speaks: always the same one, not the one that sent last. */
    record Central(String propertyKey) implements HeadlineRule {
        @Override
        public List<SeriesState> choose(List<SeriesState> pool) {
            var latitude = middle(pool, series -> series.site().latitude());
            var longitude = middle(pool, series -> series.site().longitude());
            var narrowing = Math.cos(Math.toRadians(latitude));
            return first(
                    pool,
                    state -> -Math.hypot(
                            state.series().site().latitude() - latitude,
                            narrowing * (state.series().site().longitude() - longitude)));
        }

        private static double middle(List<SeriesState> pool, ToDoubleFunction<Series> coordinate) {
            return pool.stream()
                    .mapToDouble(state -> coordinate.applyAsDouble(state.series()))
                    .average()
                    .orElseThrow();
        }
    }

    /** The worst band speaks, whatever property it is of; within a band, who has come farthest in relation to its end. */
    record Worst(String propertyKey) implements HeadlineRule {
        @Override
        public List<SeriesState> choose(List<SeriesState> pool) {
            return worst(pool, propertyKey, judged -> judged.value().value() / end(judged));
        }
    }

    /** The gauge that is most above its marks speaks, else the one nearest to its next mark in the unit of both. */
    record NearestMark(String propertyKey) implements HeadlineRule {
        @Override
        public List<SeriesState> choose(List<SeriesState> pool) {
            return worst(pool, propertyKey, judged -> judged.value().value() - end(judged));
        }
    }

    private static List<SeriesState> worst(
            List<SeriesState> pool, String propertyKey, ToDoubleFunction<Assessment> within) {
        var judged =
                pool.stream().filter(state -> state.assessment().isPresent()).toList();
        if (judged.isEmpty()) return new Highest(propertyKey).choose(ofProperty(pool, propertyKey));
        var worst = judged.stream().mapToInt(HeadlineRule::band).max().orElseThrow();
        return first(
                judged.stream().filter(state -> band(state) == worst).toList(),
                state -> within.applyAsDouble(state.assessment().orElseThrow()));
    }

    private static int band(SeriesState state) {
        var assessment = state.assessment().orElseThrow();
        return assessment.scheme().bands().indexOf(assessment.band());
    }

    /** The upper end of the band, of the open one at the top its lower end. */
    private static double end(Assessment assessment) {
        var band = assessment.band();
        return Double.isInfinite(band.upper()) ? band.lower() : band.upper();
    }

    private static List<SeriesState> ofProperty(List<SeriesState> pool, String propertyKey) {
        var fitting = pool.stream()
                .filter(state -> state.series().property().key().equals(propertyKey))
                .toList();
        return fitting.isEmpty() ? pool : fitting;
    }

    private static List<SeriesState> first(List<SeriesState> pool, ToDoubleFunction<SeriesState> rank) {
        return pool.stream()
                .max(Comparator.comparingDouble(rank)
                        .thenComparing(state -> state.series().id(), Comparator.reverseOrder()))
                .stream()
                .toList();
    }

    private static double newestValue(SeriesState state) {
        return state.newest().orElseThrow().value();
    }
}
