package city.cockpit.uikit;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordingTests {

    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-zA-Z0-9-]*\\.[a-zA-Z0-9._-]*)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)");

    private final Wording german = new Wording(Locale.GERMANY, ZoneOffset.UTC);
    private final Wording english = new Wording(Locale.UK, ZoneOffset.UTC);

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(keys(Locale.ENGLISH)).isEqualTo(keys(Locale.GERMAN));
        for (var key : keys(Locale.GERMAN))
            assertThat(placeholders(Locale.ENGLISH, key)).as(key).isEqualTo(placeholders(Locale.GERMAN, key));
    }

    @Test
    void everySentenceIsSaidSomewhere() {
        var literals = literals();
        var prefixes =
                literals.stream().filter(literal -> literal.endsWith(".")).toList();
        assertThat(keys(Locale.GERMAN))
                .allMatch(
                        key -> literals.contains(key) || prefixes.stream().anyMatch(key::startsWith),
                        "is used or begins like a name that is put together");
    }

    @Test
    void whoeverSpeaksAnotherLanguageReadsGerman() {
        assertThat(new Wording(Locale.FRANCE, ZoneOffset.UTC).text("frame.sign-in"))
                .isEqualTo("Anmelden für Beschäftigte");
        assertThat(english.text("frame.sign-in")).isEqualTo("Sign in (staff)");
    }

    @Test
    void oneIsSingularAndManyArePlural() {
        assertThat(german.text("places.PARKING.all", 1L)).isEqualTo("1 Parkhaus meldet");
        assertThat(german.text("places.PARKING.all", 3L)).isEqualTo("3 Parkhäuser melden");
        assertThat(english.text("places.PARKING.all", 1L)).isEqualTo("1 car park reporting");
    }

    @Test
    void wholeNumbersStandInSentencesAsOnTheTiles() {
        assertThat(german.text("rejected.lead", 12_740L, 1L)).startsWith("12\u202f740 Nachrichten in einer Gruppe");
        assertThat(german.text("sensors.import.good", "a.csv", 10_000, 0, 0)).contains("10\u202f000 Sensoren neu");
        assertThat(english.text("sensors.import.good", "a.csv", 10_000, 0, 0)).contains("10,000 sensors are new");
    }

    @Test
    void namesAreListedAsInASentence() {
        assertThat(german.list(List.of())).isEmpty();
        assertThat(german.list(List.of("Lärm"))).isEqualTo("Lärm");
        assertThat(german.list(List.of("Lärm", "Luft"))).isEqualTo("Lärm und Luft");
        assertThat(english.list(List.of("noise", "air", "UV"))).isEqualTo("noise, air and UV");
    }

    @Test
    void noSentenceHasTheApostropheThatMessageFormatSwallows() {
        for (var locale : Languages.OFFERED)
            assertThat(keys(locale))
                    .noneMatch(key -> Languages.bundle(locale).getString(key).contains("'"));
    }

    private static Set<String> keys(Locale locale) {
        return Set.copyOf(Languages.bundle(locale).keySet());
    }

    private static Set<String> placeholders(Locale locale, String key) {
        return PLACEHOLDER
                .matcher(Languages.bundle(locale).getString(key))
                .results()
                .map(MatchResult::group)
                .collect(toSet());
    }

    private static Set<String> literals() {
        try (var product = Files.walk(Path.of("src/main/java"));
                var charts = Files.walk(Path.of("src/charts-free"))) {
            return Stream.concat(product, charts)
                    .filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> LITERAL.matcher(read(file)).results())
                    .map(literal -> literal.group(1))
                    .collect(toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
