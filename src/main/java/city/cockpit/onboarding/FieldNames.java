package city.cockpit.onboarding;

import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.ObservedProperty;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What devices mean by the names of their fields, from {@code field-names.csv} and the observed properties. */
@Component
final class FieldNames {

    private static final String FILE = "field-names.csv";
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Shorter ones stand in too many words by chance. */
    private static final int SHORTEST_WITHIN = 4;

    private final ObservedProperties properties;
    private final Map<String, Meant> names = new HashMap<>();

    /**
     * What a name means.
     *
     * @param property key of an observed property; empty for what is none
     * @param unit in which a number of that name is when the message says nothing; empty for the one of the property
     */
    private record Meant(Optional<String> property, Optional<String> unit) {}

    /**
     * A property that may be meant.
     *
     * @param exact whether the name says so; else it only occurs within it
     * @param usualUnit in which a number of that name is when the message says nothing
     */
    record Candidate(ObservedProperty property, boolean exact, String usualUnit) {}

    FieldNames(ObservedProperties properties) {
        this.properties = properties;
        try (var in = Objects.requireNonNull(FieldNames.class.getResourceAsStream(FILE), FILE);
                var rows = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (var row : rows)
                if (names.put(
                                row.getField("name"),
                                new Meant(text(row.getField("property")), text(row.getField("unit"))))
                        != null) throw new IllegalStateException("twice in %s: %s".formatted(FILE, row.getFields()));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    private static Optional<String> text(String field) {
        return Optional.of(field).filter(text -> !text.isEmpty());
    }

    /** What of these names means; for a test of the table. */
    List<String> properties() {
        return names.values().stream()
                .flatMap(meant -> meant.property().stream())
                .distinct()
                .toList();
    }

    /**
     * What a field may be, best first; empty if its name says nothing.
     *
     * @param field JSON Pointer
     */
    List<Candidate> candidates(String field) {
        var words = words(field);
        for (var from = 0; from < words.size(); from++) {
            var name = String.join(" ", words.subList(from, words.size()));
            var meant = meaning(name);
            if (meant.isPresent()) return candidate(meant.get(), true).toList();
        }
        return within(words);
    }

    /** Whether the name says that it is nothing the town observes: a battery, a signal strength. */
    boolean isAboutDevice(String field) {
        var words = words(field);
        for (var from = 0; from < words.size(); from++) {
            var meant = meaning(String.join(" ", words.subList(from, words.size())));
            if (meant.isPresent()) return meant.get().property().isEmpty();
        }
        return false;
    }

    private Optional<Meant> meaning(String name) {
        return Optional.ofNullable(names.get(name))
                .or(() -> properties
                        .find(name.replace(' ', '_'))
                        .map(property -> new Meant(Optional.of(property.key()), Optional.empty())));
    }

    private Stream<Candidate> candidate(Meant meant, boolean exact) {
        return meant.property().flatMap(properties::find).stream()
                .map(property -> new Candidate(
                        property,
                        exact,
                        meant.unit().orElseGet(() -> property.unit().ucum())));
    }

    /** A name somewhere in the path. */
    private List<Candidate> within(List<String> words) {
        var found = new ArrayList<Candidate>();
        for (var length = words.size() - 1; length > 0 && found.isEmpty(); length--)
            for (var from = words.size() - length; from >= 0 && found.isEmpty(); from--) {
                var name = String.join(" ", words.subList(from, from + length));
                if (name.length() >= SHORTEST_WITHIN)
                    meaning(name).stream()
                            .flatMap(meant -> candidate(meant, false))
                            .forEach(found::add);
            }
        return found;
    }

    /** The path in words: what is nothing but a number, such as a channel, says nothing. */
    static List<String> words(String field) {
        var parts = BETWEEN.split(HUMP.matcher(field).replaceAll(" "));
        var words = Stream.of(parts)
                .map(word -> word.toLowerCase(Locale.ROOT)
                        .replace("ä", "ae")
                        .replace("ö", "oe")
                        .replace("ü", "ue"))
                .filter(word -> !word.isEmpty())
                .toList();
        var last = words.size();
        // A channel at the end: /temperature/3. Within the name numbers belong to it: pm2_5.
        while (last > 1 && isNumber(words.get(last - 1)) && endsWithChannel(field)) last--;
        return words.subList(0, last).stream()
                .filter(word -> !isNumber(word) || !isSegment(field, word))
                .toList();
    }

    private static boolean endsWithChannel(String field) {
        return isNumber(field.substring(field.lastIndexOf('/') + 1));
    }

    /** Whether the number is a channel, as in {@code /temperature:0/tC} and {@code /data/3/temperature}. */
    private static boolean isSegment(String field, String number) {
        return field.contains("/" + number + "/") || field.contains(":" + number);
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty() && word.chars().allMatch(sign -> sign >= '0' && sign <= '9');
    }
}
