package city.sim.nature;

/**
 * The air of one site, in µg/m³: fine dust and nitrogen dioxide from heating and traffic, less with wind; ozone that the
 * sun makes and that exhaust gases eat.
 */
final class Air {

    private static final double DAY = 86_400;
    private static final double HOUR = 3_600;

    private final double background;
    private final double byTraffic;
    private final Life life;
    private final Weather weather;
    private final Chance region;
    private final Chance fineShare;
    private final Chance grain;
    private final Chance gas;

    /**
     * @param background of dust in spring
     * @param byTraffic how near the streets are, 1 at the kerb of a main street
     * @param town what all sites share
     */
    Air(double background, double byTraffic, Life life, Weather weather, Chance town, Chance own) {
        this.background = background;
        this.byTraffic = byTraffic;
        this.life = life;
        this.weather = weather;
        this.region = town.of("region");
        this.fineShare = town.of("fine");
        this.grain = own.of("grain");
        this.gas = own.of("gas");
    }

    double pm10(Moment moment) {
        var t = moment.seconds();
        var emitted = background * (1.35 - 0.6 * moment.summer()) + 9 * byTraffic * life.traffic(moment);
        var here = (1 + 0.35 * region.smooth(t, 2.5 * DAY)) * (1 + 0.08 * grain.smooth(t, 100));
        return emitted * here * stillness(t) / (1 + 0.9 * weather.rain().wetness(t));
    }

    /** Always a part of {@link #pm10}. */
    double pm25(Moment moment) {
        var share = 0.72 - 0.15 * moment.summer() + 0.06 * fineShare.smooth(moment.seconds(), 5 * HOUR);
        return pm10(moment) * share;
    }

    double no2(Moment moment) {
        var t = moment.seconds();
        var bySun = 1 - 0.35 * Math.max(0, Sun.sineOfElevation(t));
        var emitted = 7 * (1.3 - 0.6 * moment.summer()) + 34 * byTraffic * life.traffic(moment);
        return emitted * bySun * stillness(t) * (1 + 0.1 * gas.smooth(t, 180));
    }

    /** Made by sun and heat, mixed down by wind, eaten where there are exhaust gases. */
    double o3(Moment moment) {
        var t = moment.seconds();
        var heat = Math.clamp((weather.mildTemperature(t) - 4) / 24, 0, 1.3);
        // Ozone gathers over the day: it follows the sun of two hours ago.
        var light = Math.max(0, Sun.sineOfElevation(t - 2 * HOUR)) * (1 - 0.5 * weather.cloud(t));
        var wind = weather.windSpeed(t);
        var mixed = (34 + 18 * moment.summer()) * (0.75 + 0.5 * wind / (wind + 3));
        return Math.max(1, mixed + 110 * light * heat - 0.55 * no2(moment) + 3 * gas.smooth(t, 900));
    }

    private double stillness(double t) {
        return 0.35 + 1.7 * Math.exp(-weather.windSpeed(t) / 3);
    }
}
