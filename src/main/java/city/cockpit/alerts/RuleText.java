package city.cockpit.alerts;

import city.cockpit.measurement.Averaging;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.Severity;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A rule as texts by column: the same in the table of what ships with the cockpit, in the database and in the audit trail.
 * Empty is nothing.
 */
final class RuleText {

    static final List<String> COLUMNS = List.of(
            "key",
            "property",
            "domain",
            "sites",
            "districts",
            "condition",
            "comparison",
            "bound",
            "value",
            "averaging",
            "lasting",
            "hysteresis",
            "together",
            "severity",
            "season",
            "quiet",
            "norm_de",
            "norm_en",
            "source",
            "valid_from",
            "valid_until",
            "recipients",
            "on");

    private RuleText() {}

    static Map<String, String> of(Rule rule) {
        var texts = new LinkedHashMap<String, String>();
        for (var column : COLUMNS) texts.put(column, "");
        texts.put("key", rule.key());
        texts.put("property", rule.scope().property().orElse(""));
        texts.put("domain", rule.scope().domain().map(Domain::name).orElse(""));
        texts.put("sites", list(rule.scope().sites()));
        texts.put("districts", list(rule.scope().districts()));
        texts.put("together", String.valueOf(rule.isTogether()));
        texts.put("severity", rule.severity().name());
        texts.put("season", rule.season().map(RuleText::text).orElse(""));
        texts.put("quiet", rule.quietHours().map(RuleText::text).orElse(""));
        texts.put("recipients", list(rule.recipients()));
        texts.put("on", String.valueOf(rule.isOn()));
        rule.norm().ifPresent(norm -> put(texts, norm));
        put(texts, rule.condition());
        return texts;
    }

    private static void put(Map<String, String> texts, Norm norm) {
        texts.put("norm_de", norm.germanName());
        texts.put("norm_en", norm.englishName());
        texts.put("source", norm.source());
        texts.put("valid_from", norm.validFrom().map(LocalDate::toString).orElse(""));
        texts.put("valid_until", norm.validUntil().map(LocalDate::toString).orElse(""));
    }

    private static void put(Map<String, String> texts, Condition condition) {
        switch (condition) {
            case Condition.Beyond(var comparison, var bound, var averaging, var lasting, var hysteresis) -> {
                texts.put("condition", "BEYOND");
                texts.put("comparison", comparison.name());
                put(texts, bound);
                texts.put("averaging", averaging.name());
                texts.put("lasting", lasting.toString());
                texts.put("hysteresis", number(hysteresis));
            }
            case Condition.Unusual(var comparison, var margin, var lasting, var hysteresis) -> {
                texts.put("condition", "UNUSUAL");
                texts.put("comparison", comparison.name());
                texts.put("value", number(margin));
                texts.put("lasting", lasting.toString());
                texts.put("hysteresis", number(hysteresis));
            }
            case Condition.Changing(var rising, var by, var within) -> {
                texts.put("condition", rising ? "RISING" : "FALLING");
                texts.put("value", number(by));
                texts.put("lasting", within.toString());
            }
            case Condition.Silent(var intervals, var atLeast) -> {
                texts.put("condition", "SILENT");
                texts.put("value", String.valueOf(intervals));
                texts.put("lasting", atLeast.toString());
            }
            case Condition.Doubtful(var percent) -> {
                texts.put("condition", "DOUBTFUL");
                texts.put("value", number(percent));
            }
        }
    }

    private static void put(Map<String, String> texts, Bound bound) {
        switch (bound) {
            case Bound.Fixed(var value) -> {
                texts.put("bound", "FIXED");
                texts.put("value", number(value));
            }
            case Bound.LocalMark(var number) -> {
                texts.put("bound", "MARK");
                texts.put("value", String.valueOf(number));
            }
            case Bound.ShareOfCapacity(var percent) -> {
                texts.put("bound", "SHARE");
                texts.put("value", number(percent));
            }
        }
    }

    /** Throws {@link IllegalArgumentException} or {@link java.time.DateTimeException} for what is no rule. */
    static Rule rule(Map<String, String> texts, int version) {
        var cells = new Cells(texts);
        return new Rule(
                cells.of("key"),
                new Scope(
                        cells.find("property"),
                        cells.find("domain").map(Domain::valueOf),
                        cells.list("sites"),
                        cells.list("districts")),
                condition(cells),
                Boolean.parseBoolean(cells.of("together")),
                Severity.valueOf(cells.of("severity")),
                cells.find("season").map(RuleText::season),
                cells.find("quiet").map(RuleText::quietHours),
                cells.find("norm_de").or(() -> cells.find("source")).map(any -> norm(cells)),
                cells.list("recipients"),
                Boolean.parseBoolean(cells.of("on")),
                version);
    }

    private record Cells(Map<String, String> texts) {

        String of(String column) {
            return texts.getOrDefault(column, "");
        }

        Optional<String> find(String column) {
            return Optional.of(of(column)).filter(text -> !text.isEmpty());
        }

        Set<String> list(String column) {
            return find(column)
                    .map(text -> Arrays.stream(text.split(";", -1)).collect(Collectors.toUnmodifiableSet()))
                    .orElse(Set.of());
        }

        double number(String column) {
            return find(column).map(Double::parseDouble).orElse(0.0);
        }

        Duration duration(String column) {
            return find(column).map(Duration::parse).orElse(Duration.ZERO);
        }
    }

    private static Condition condition(Cells cells) {
        var value = cells.number("value");
        return switch (cells.of("condition")) {
            case "BEYOND" ->
                new Condition.Beyond(
                        Comparison.valueOf(cells.of("comparison")),
                        bound(cells),
                        Averaging.valueOf(cells.of("averaging")),
                        cells.duration("lasting"),
                        cells.number("hysteresis"));
            case "UNUSUAL" ->
                new Condition.Unusual(
                        Comparison.valueOf(cells.of("comparison")),
                        value,
                        cells.duration("lasting"),
                        cells.number("hysteresis"));
            case "RISING" -> new Condition.Changing(true, value, cells.duration("lasting"));
            case "FALLING" -> new Condition.Changing(false, value, cells.duration("lasting"));
            case "SILENT" -> new Condition.Silent((int) value, cells.duration("lasting"));
            case "DOUBTFUL" -> new Condition.Doubtful(value);
            default -> throw new IllegalArgumentException("not a condition: '%.100s'".formatted(cells.of("condition")));
        };
    }

    private static Bound bound(Cells cells) {
        var value = cells.number("value");
        return switch (cells.of("bound")) {
            case "FIXED" -> new Bound.Fixed(value);
            case "MARK" -> new Bound.LocalMark((int) value);
            case "SHARE" -> new Bound.ShareOfCapacity(value);
            default -> throw new IllegalArgumentException("not a bound: '%.100s'".formatted(cells.of("bound")));
        };
    }

    private static Norm norm(Cells cells) {
        return new Norm(
                cells.of("norm_de"),
                cells.of("norm_en"),
                cells.of("source"),
                cells.find("valid_from").map(LocalDate::parse),
                cells.find("valid_until").map(LocalDate::parse));
    }

    private static String text(Season season) {
        return season.from() + "/" + season.until();
    }

    private static Season season(String text) {
        return ends(text, MonthDay::parse, Season::new);
    }

    private static String text(QuietHours hours) {
        return hours.from() + "/" + hours.until();
    }

    private static QuietHours quietHours(String text) {
        return ends(text, LocalTime::parse, QuietHours::new);
    }

    private static <E, R> R ends(String text, Function<String, E> end, BiFunction<E, E, R> made) {
        var slash = text.indexOf('/');
        if (slash < 0) throw new IllegalArgumentException("not from one to another: '%.100s'".formatted(text));
        return made.apply(end.apply(text.substring(0, slash)), end.apply(text.substring(slash + 1)));
    }

    private static String list(Collection<String> names) {
        return names.stream().sorted().collect(Collectors.joining(";"));
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
