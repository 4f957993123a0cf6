package city.sim.scenario;

import city.sim.nature.DemoCity;
import city.sim.nature.Sensor;
import city.sim.story.Presence;
import city.sim.story.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What a person should notice in a scenario: a line of {@code scenarios.md}.
 *
 * @param daylight {@code immer}, {@code tags} or {@code nachts}: for which starts it holds
 * @param claim what the model must say, such as {@code bicycles-*}{@code /bicycles < 25 %}
 */
record Notice(Scenario scenario, long fromMinute, long toMinute, String daylight, String text, String claim) {

    private static final Path FILE = Path.of("scenarios.md");
    private static final Pattern HEADING = Pattern.compile("## ([a-z-]+): .+");
    private static final Pattern ROW =
            Pattern.compile("\\| (\\d+)–(\\d+) \\| (immer|tags|nachts) \\| [^|]+ \\| ([^|]+) \\| `([^`]+)` \\|");
    private static final Pattern MEASURED =
            Pattern.compile("(?<sensors>[a-z0-9*-]+)/(?<property>[a-z0-9_]+) (?<is>[<>=])"
                    + " (?:üblich (?<sign>[+-]) )?(?<number>[0-9.]+)(?<percent> %)?");
    private static final Pattern HEARD =
            Pattern.compile("(?:district (?<district>[^/]+)|(?<sensor>[a-z0-9-]+)) (offline|online)");

    static List<Notice> all() throws IOException {
        var notices = new ArrayList<Notice>();
        var scenario = Scenario.STORM;
        for (var line : Files.readAllLines(FILE)) {
            var heading = HEADING.matcher(line);
            if (heading.matches()) scenario = Scenario.find(heading.group(1)).orElseThrow();
            var row = ROW.matcher(line);
            if (row.matches())
                notices.add(new Notice(
                        scenario,
                        Long.parseLong(row.group(1)),
                        Long.parseLong(row.group(2)),
                        row.group(3),
                        row.group(4),
                        row.group(5)));
            else if (line.startsWith("| ") && !line.startsWith("| Minuten") && !line.startsWith("| ---"))
                throw new IllegalArgumentException("not a line of a scenario: " + line);
        }
        return notices;
    }

    Stream<Instant> times(Instant start) {
        return LongStream.iterate(fromMinute, minute -> minute <= toMinute, minute -> minute + 4)
                .mapToObj(minute -> start.plus(Duration.ofMinutes(minute)));
    }

    /** Whether the claim holds at the time, in the changed city beside the same one on an ordinary day. */
    boolean holds(DemoCity changed, DemoCity usual, Instant time) {
        var heard = HEARD.matcher(claim);
        if (heard.matches()) {
            var wanted = Presence.valueOf(heard.group(3).toUpperCase(Locale.ROOT));
            var story = Story.withoutMishaps(changed);
            return sensors(heard).allMatch(sensor -> story.presence(sensor, time) == wanted);
        }
        var measured = MEASURED.matcher(claim);
        if (!measured.matches()) throw new IllegalArgumentException("not a claim: " + claim);
        var value = sum(changed, measured, time);
        var limit = limit(measured, sum(usual, measured, time));
        return switch (measured.group("is")) {
            case "<" -> value < limit;
            case ">" -> value > limit;
            default -> value == limit;
        };
    }

    private static double limit(Matcher measured, double usual) {
        var number = Double.parseDouble(measured.group("number"));
        if (measured.group("percent") != null) return usual * number / 100;
        if (measured.group("sign") == null) return number;
        return measured.group("sign").equals("+") ? usual + number : usual - number;
    }

    private static Stream<Sensor> sensors(Matcher heard) {
        var district = heard.group("district");
        var name = heard.group("sensor");
        return DemoCity.sensors().stream()
                .filter(sensor -> district == null
                        ? sensor.name().equals(name)
                        : sensor.district().equals(district));
    }

    private static double sum(DemoCity city, Matcher measured, Instant time) {
        var pattern = measured.group("sensors").replace("*", ".*");
        return DemoCity.sensors().stream()
                .filter(sensor -> sensor.name().matches(pattern))
                .mapToDouble(sensor -> city.value(sensor.name(), measured.group("property"), time)
                        .doubleValue())
                .sum();
    }
}
