package city.sim.nature;

/** The weather over the town hall, by seconds since 1970. All else in town follows it. */
final class Weather {

    private static final double HOUR = 3_600;
    private static final double DAY = 24 * HOUR;

    private final Fronts fronts;
    private final Rain rain;
    private final Happenings happenings;
    private final Chance pressure;
    private final Chance wind;
    private final Chance gust;
    private final Chance direction;
    private final Chance directionOfDays;
    private final Chance directionOfHours;
    private final Chance cloud;
    private final Chance airMass;
    private final Chance airMassOfDay;
    private final Chance temperature;

    Weather(Happenings happenings, Chance chance) {
        this.fronts = new Fronts(chance);
        this.rain = new Rain(fronts, happenings, chance);
        this.happenings = happenings;
        this.pressure = chance.of("pressure");
        this.wind = chance.of("wind");
        this.gust = chance.of("gust");
        this.direction = chance.of("direction");
        this.directionOfDays = chance.of("direction-days");
        this.directionOfHours = chance.of("direction-hours");
        this.cloud = chance.of("cloud");
        this.airMass = chance.of("air-mass");
        this.airMassOfDay = chance.of("air-mass-day");
        this.temperature = chance.of("temperature");
    }

    Rain rain() {
        return rain;
    }

    /** Reduced to sea level, in hPa. */
    double pressure(double t) {
        return 1015 - 15 * fronts.at(t) + 0.4 * pressure.smooth(t, 0.7 * HOUR) - 0.6 * happenings.wind(t);
    }

    /** Metres per second, mean over the last minute. */
    double windSpeed(double t) {
        var calm = Math.exp(0.75 + 0.45 * fronts.at(t) + 0.5 * wind.smooth(t, 6 * HOUR));
        var byDay = 1 + 0.3 * Math.max(0, Sun.sineOfElevation(t));
        return (calm * byDay + happenings.wind(t)) * (1 + 0.25 * gust.smooth(t, 90));
    }

    /** From 0 in ordinary wind to 1 in a storm that keeps people at home. */
    double storm(double t) {
        return Math.clamp((happenings.wind(t) - 4) / 10, 0, 1);
    }

    /** Degrees clockwise from north, from 0 inclusive to 360 exclusive. Mostly from the south-west. */
    double windDirection(double t) {
        var degrees = 225
                + 150 * directionOfDays.smooth(t, 2 * DAY)
                + 40 * directionOfHours.smooth(t, 3 * HOUR)
                + 15 * direction.smooth(t, 120);
        return ((degrees % 360) + 360) % 360;
    }

    /** Millimetres per hour, 0 outside of an episode of rain. */
    double precipitation(double t) {
        return rain.at(t);
    }

    /** Covered part of the sky, from 0 to 1. */
    double cloud(double t) {
        var sky = Math.clamp(0.5 + 0.55 * fronts.at(t) + 0.35 * cloud.smooth(t, 4 * HOUR), 0, 1);
        return sky + (1 - sky) * Math.min(1, rain.at(t));
    }

    /** Degrees Celsius, two metres above ground. */
    double temperature(double t) {
        return mildTemperature(t) - Math.min(3, 0.4 * rain.at(t)) + 0.25 * temperature.smooth(t, 600);
    }

    /** The same without what changes within minutes: what a wall feels. */
    double mildTemperature(double t) {
        var solarHour = (t % DAY) / HOUR + 9.71 / 15;
        return airMass(t) + dailySwing(t) * Math.cos(2 * Math.PI * (solarHour - 15) / 24);
    }

    /** Percent, from the same air as the temperature: what warms gets drier. */
    double humidity(double t) {
        var spread = (1.5 + 3 * (1 - cloud(t)) + Moment.summer(t)) * (1 - 0.8 * Math.min(1, rain.at(t)));
        var dewPoint = airMass(t) - 0.55 * dailySwing(t) - spread;
        return Math.clamp(100 * saturation(dewPoint) / saturation(temperature(t)), 15, 100);
    }

    /** Index of ultraviolet radiation under the sky as it is. */
    double uvIndex(double t) {
        var clear = Sun.clearSkyUvIndex(t);
        return clear == 0 ? 0 : clear * (1 - 0.72 * Math.pow(cloud(t), 3));
    }

    /** The temperature this air would have without day and night. */
    private double airMass(double t) {
        return 0.2
                + 19 * Moment.summer(t)
                + 6.5 * airMass.smooth(t, 4.5 * DAY)
                + 1.5 * airMassOfDay.smooth(t, 1.1 * DAY);
    }

    private double dailySwing(double t) {
        return (1.8 + 4.4 * Moment.summer(t)) * (1 - 0.6 * cloud(t));
    }

    /** Magnus formula, in hPa. */
    private static double saturation(double celsius) {
        return 6.112 * Math.exp(17.62 * celsius / (243.12 + celsius));
    }
}
