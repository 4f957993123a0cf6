package city.sim.nature;

import java.time.Duration;
import java.time.Instant;

/** Fine dust of one site, in µg/m³: more in winter and by traffic, less with wind and rain. */
final class Air {

    private static final Week TRAFFIC = new Week(
            Curve.through(0, 0.1, 5, 0.1, 7.5, 1, 10, 0.6, 15, 0.65, 17.5, 1, 20, 0.4, 24, 0.1),
            Curve.through(0, 0.1, 7, 0.1, 11, 0.7, 15, 0.6, 19, 0.4, 24, 0.1),
            Curve.through(0, 0.1, 8, 0.1, 15, 0.4, 20, 0.3, 24, 0.1));

    private final String name;
    private final double background;
    private final double byTraffic;
    private final Weather weather;
    private final Chance chance;

    Air(String name, double background, double byTraffic, Weather weather, Chance chance) {
        this.name = name;
        this.background = background;
        this.byTraffic = byTraffic;
        this.weather = weather;
        this.chance = chance;
    }

    String name() {
        return name;
    }

    double pm10(Instant time) {
        var t = Weather.seconds(time);
        var local = LocalTimes.of(time);
        var emitted = background * (1.35 - 0.6 * local.summer()) + byTraffic * TRAFFIC.at(local);
        var region = 1 + 0.35 * chance.smooth("dust", t, 2.5 * 86_400);
        var still = 0.35 + 1.7 * Math.exp(-weather.windSpeed(time) / 3);
        var grain = 1 + 0.08 * chance.smooth(name, t, 100);
        return emitted * region * still * grain / (1 + 0.9 * wetness(time));
    }

    /** Always a part of {@link #pm10}. */
    double pm25(Instant time) {
        var share = 0.72
                - 0.15 * LocalTimes.of(time).summer()
                + 0.06 * chance.smooth("dust-share", Weather.seconds(time), 18_000);
        return pm10(time) * share;
    }

    /** The rain of the last three hours, the last counts most. */
    private double wetness(Instant time) {
        return weather.precipitation(time)
                + 0.6 * weather.precipitation(time.minus(Duration.ofMinutes(45)))
                + 0.3 * weather.precipitation(time.minus(Duration.ofMinutes(120)));
    }
}
