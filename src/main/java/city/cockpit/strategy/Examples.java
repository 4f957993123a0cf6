package city.cockpit.strategy;

import city.cockpit.strategy.plan.Indicator;
import city.cockpit.strategy.plan.Strategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** What ships with the cockpit: a strategy of a made-up town, and indicators that towns with sensors usually want. */
public final class Examples {

    /** "{y-1}" is the year before this one. */
    private static final Pattern YEAR = Pattern.compile("\\{y([+-]\\d+)?}");

    private Examples() {}

    /** The strategy of the demo city, marked as an example, in the middle of its time on that day. */
    public static Strategy strategy(LocalDate today) {
        return StrategyJson.read(read("example.json", today));
    }

    /** Indicators to begin with: bound to what sensors observe, with the targets of their sources and without a baseline. */
    public static List<Indicator> readyMade(LocalDate today) {
        return List.of(StrategyJson.MAPPER.readValue(read("ready-made.json", today), Indicator[].class));
    }

    private static String read(String name, LocalDate today) {
        try (var in = Objects.requireNonNull(Examples.class.getResourceAsStream(name), name)) {
            return YEAR.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .replaceAll(found -> Integer.toString(
                            today.getYear() + (found.group(1) == null ? 0 : Integer.parseInt(found.group(1)))));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
