package city.sim.nature;

import java.time.Instant;

/**
 * The weather over the city. Fronts drive everything: with a front the pressure is low, the sky covered, the wind strong
 * and rain likely.
 */
final class Weather {

    private static final double HOUR = 3600;
    private static final double DAY = 24 * HOUR;
    private static final double RAIN_SLOT = 4 * HOUR;
    private static final double LONGEST_RAIN = RAIN_SLOT;

    private final Chance chance;

    Weather(Chance chance) {
        this.chance = chance;
    }

    /** Reduced to sea level, in hPa. */
    double pressure(Instant time) {
        var t = seconds(time);
        return 1015 - 15 * front(t) + 0.4 * chance.smooth("pressure", t, 0.7 * HOUR);
    }

    /** Metres per second, mean over the last minute. */
    double windSpeed(Instant time) {
        var t = seconds(time);
        var calm = Math.exp(0.75 + 0.45 * front(t) + 0.5 * chance.smooth("wind", t, 6 * HOUR));
        var byDay = 1 + 0.3 * Math.max(0, Sun.sineOfElevation(time));
        return calm * byDay * (1 + 0.25 * chance.smooth("gust", t, 90));
    }

    /** Degrees clockwise from north, from 0 inclusive to 360 exclusive. Mostly from the south-west. */
    double windDirection(Instant time) {
        var t = seconds(time);
        var degrees = 225
                + 150 * chance.smooth("direction", t, 2 * DAY)
                + 40 * chance.smooth("direction-hour", t, 3 * HOUR)
                + 15 * chance.smooth("direction-minute", t, 120);
        return ((degrees % 360) + 360) % 360;
    }

    /** Millimetres per hour, 0 outside of an episode of rain. */
    double precipitation(Instant time) {
        var t = seconds(time);
        var slot = (long) Math.floor(t / RAIN_SLOT);
        var summer = LocalTimes.of(time).summer();
        return rainOfSlot(slot - 1, t, summer) + rainOfSlot(slot, t, summer);
    }

    /** An episode begins somewhere in its slot and may last into the next one. */
    private double rainOfSlot(long slot, double t, double summer) {
        var likely = Math.clamp(0.1 + 0.35 * front((slot + 0.5) * RAIN_SLOT), 0.02, 0.6);
        if (chance.uniform("rain", slot) >= likely) return 0;
        var start = (slot + chance.uniform("rain-start", slot)) * RAIN_SLOT;
        var duration = 0.35 * HOUR + Math.pow(chance.uniform("rain-duration", slot), 2) * (LONGEST_RAIN - 0.35 * HOUR);
        var progress = (t - start) / duration;
        if (progress <= 0 || progress >= 1) return 0;
        var peak = Math.min(60, -Math.log(1 - chance.uniform("rain-peak", slot)) * (1.5 + 3.5 * summer));
        return peak * Math.sin(Math.PI * progress) * (0.65 + 0.35 * chance.smooth("rain-shower", t, 600));
    }

    /** Covered part of the sky, from 0 to 1. */
    double cloud(Instant time) {
        var t = seconds(time);
        var sky = Math.clamp(0.5 + 0.55 * front(t) + 0.35 * chance.smooth("cloud", t, 4 * HOUR), 0, 1);
        return sky + (1 - sky) * Math.min(1, precipitation(time));
    }

    /** Degrees Celsius, two metres above ground. */
    double temperature(Instant time) {
        var t = seconds(time);
        var solarHour = (t % DAY) / HOUR + 9.71 / 15;
        return airMass(time)
                + dailySwing(time) * Math.cos(2 * Math.PI * (solarHour - 15) / 24)
                - Math.min(3, 0.4 * precipitation(time))
                + 0.25 * chance.smooth("temperature", t, 600);
    }

    /** Percent, from the same air as the temperature: what warms gets drier. */
    double humidity(Instant time) {
        var clear = 1 - cloud(time);
        var spread = (1.5 + 3 * clear + LocalTimes.of(time).summer()) * (1 - 0.8 * Math.min(1, precipitation(time)));
        var dewPoint = airMass(time) - 0.55 * dailySwing(time) - spread;
        return Math.clamp(100 * saturation(dewPoint) / saturation(temperature(time)), 15, 100);
    }

    /** Index of ultraviolet radiation under the sky as it is. */
    double uvIndex(Instant time) {
        var clear = Sun.clearSkyUvIndex(time);
        if (clear == 0) return 0;
        return clear * (1 - 0.72 * Math.pow(cloud(time), 3));
    }

    /** The temperature this air would have without day and night. */
    private double airMass(Instant time) {
        var t = seconds(time);
        return 0.2
                + 18.4 * LocalTimes.of(time).summer()
                + 5 * chance.smooth("air-mass", t, 4.5 * DAY)
                + 1.5 * chance.smooth("air-mass-day", t, 1.1 * DAY);
    }

    private double dailySwing(Instant time) {
        return (1.8 + 3.8 * LocalTimes.of(time).summer()) * (1 - 0.6 * cloud(time));
    }

    private double front(double t) {
        return chance.smooth("front", t, 3.2 * DAY) + 0.3 * chance.smooth("front-day", t, 0.9 * DAY);
    }

    /** Magnus formula, in hPa. */
    private static double saturation(double celsius) {
        return 6.112 * Math.exp(17.62 * celsius / (243.12 + celsius));
    }

    static double seconds(Instant time) {
        return time.getEpochSecond() + time.getNano() / 1e9;
    }
}
