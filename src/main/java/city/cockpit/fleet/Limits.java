package city.cockpit.fleet;

import static java.util.stream.Collectors.toUnmodifiableMap;

import city.cockpit.ingest.Vital;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** From when on something about a device is bad: {@code limits.csv}, with the reasons. */
final class Limits {

    private static final String FILE = "limits.csv";

    private final Map<String, Limit> limits;

    /** Between the two it stays as it was. */
    private record Limit(double bad, double well) {

        boolean isBad(double value, boolean wasBad) {
            return value < (wasBad ? well : bad);
        }
    }

    private Limits(Map<String, Limit> limits) {
        this.limits = limits;
    }

    static Limits load() {
        try (var in = Objects.requireNonNull(Limits.class.getResourceAsStream(FILE), FILE);
                var rows = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new Limits(rows.stream()
                    .collect(toUnmodifiableMap(
                            row -> row.getField("limit"),
                            row -> new Limit(
                                    Double.parseDouble(row.getField("bad")),
                                    Double.parseDouble(row.getField("well"))))));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    /** Whether that is bad; what nobody can judge is not. */
    boolean isBad(Vital vital, double value, boolean wasBad) {
        return nameOf(vital).map(name -> limit(name).isBad(value, wasBad)).orElse(false);
    }

    private static Optional<String> nameOf(Vital vital) {
        return switch (vital) {
            case BATTERY -> Optional.of("battery");
            case WIFI -> Optional.of("wifi");
            case LORA -> Optional.of("lora");
            case LORA_MARGIN -> Optional.of("lora_margin");
            case ZIGBEE -> Optional.of("zigbee");
            case BATTERY_VOLTAGE, LORA_SNR, CLOCK -> Optional.empty();
        };
    }

    /**
     * Whether a clock is wrong that is ahead by so many seconds.
     *
     * @param interval a reading may be as old as that when it is sent, and as that again
     */
    boolean isWrong(double ahead, Duration interval, boolean wasWrong) {
        var before = limit("clock_ahead");
        var behind = limit("clock_behind");
        return ahead > (wasWrong ? before.well() : before.bad())
                || -ahead > Math.max(wasWrong ? behind.well() : behind.bad(), 2.0 * interval.toSeconds());
    }

    /** For how long a refusal is told after the last one. */
    Duration refusedFor(Duration interval) {
        var least = Duration.ofSeconds((long) limit("refused").bad());
        var four = interval.multipliedBy(4);
        return four.compareTo(least) > 0 ? four : least;
    }

    private Limit limit(String name) {
        return Objects.requireNonNull(limits.get(name), name);
    }
}
