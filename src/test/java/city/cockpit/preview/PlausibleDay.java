package city.cockpit.preview;

import city.cockpit.live.Trail;
import city.cockpit.measurement.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;

/** Values that look like a town: the same series at the same time has the same value. */
final class PlausibleDay {

    private PlausibleDay() {}

    static double value(Series series, Instant time) {
        var hour = (time.getEpochSecond() % 86_400) / 3_600.0 + 1;
        var place = (series.id().sensor().hashCode() & 0xff) / 255.0;
        var noise = new Random(series.id().hashCode() * 31L + time.getEpochSecond() / 15).nextGaussian();
        var day = bell(hour, 13, 4.5);
        var rush = bell(hour, 8, 1.4) + bell(hour, 17.2, 1.8);
        var value = switch (series.property().key()) {
            case "parking_free" -> series.capacity().orElse(100) * (0.95 - 0.75 * day - 0.1 * place) + noise;
            case "pm10" -> 12 + 10 * rush + 6 * place + noise;
            case "pm2_5" -> 6 + 5 * rush + 4 * place + 0.5 * noise;
            case "uv_index" -> 6.4 * bell(hour, 13, 2.6);
            case "laeq" -> 46 + 14 * Math.max(day, rush) + 8 * place + noise;
            case "power" -> 18 + 60 * day * (0.5 + place) + noise;
            case "energy" -> 120_000 + time.getEpochSecond() / 3_600.0 % 100_000;
            case "temperature" -> 9 + 9 * bell(hour, 15, 5) + 0.1 * noise;
            case "humidity" -> 78 - 30 * bell(hour, 15, 5) + noise;
            case "pressure" -> 1_013 + 4 * Math.sin(hour / 24 * Math.PI);
            case "wind_speed" -> 3 + 2 * day + 0.4 * noise;
            case "wind_direction" -> (240 + 15 * noise + 360) % 360;
            default -> 0;
        };
        return Math.max(series.property().lowest(), value);
    }

    static Trail trail(Series series, Instant now) {
        var start =
                Instant.ofEpochSecond(now.getEpochSecond() / 900 * 900 - (Trail.LENGTH - 1) * Trail.STEP.toSeconds());
        return new Trail(
                start,
                IntStream.range(0, Trail.LENGTH)
                        .mapToObj(quarter -> gap(series, quarter)
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(value(series, start.plus(Duration.ofMinutes(15L * quarter + 7)))))
                        .toList());
    }

    private static boolean gap(Series series, int quarter) {
        return series.property().key().equals("laeq") && quarter > 30 && quarter < 38;
    }

    private static double bell(double hour, double center, double width) {
        var distance = (hour - center) / width;
        return Math.exp(-distance * distance / 2);
    }
}
