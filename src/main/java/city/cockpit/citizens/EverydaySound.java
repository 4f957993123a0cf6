package city.cockpit.citizens;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that everybody has heard: {@code everyday-sounds.csv}.
 *
 * @param level about how loud, in dB(A)
 */
record EverydaySound(double level, String germanText, String englishText, String source) {

    /** Who is further away than that is like something else. */
    private static final double ALIKE = 5;

    private static final String FILE = "everyday-sounds.csv";
    private static final List<EverydaySound> ALL = load();

    /** From quiet to loud. */
    static List<EverydaySound> listAll() {
        return ALL;
    }

    /** The one that is about as loud; empty where none is. */
    static Optional<EverydaySound> near(double level) {
        return ALL.stream()
                .filter(sound -> Math.abs(sound.level() - level) <= ALIKE)
                .min(Comparator.comparingDouble(sound -> Math.abs(sound.level() - level)));
    }

    String text(Locale locale) {
        return locale.getLanguage().equals("de") ? germanText : englishText;
    }

    private static List<EverydaySound> load() {
        try (var in = Objects.requireNonNull(EverydaySound.class.getResourceAsStream(FILE), FILE);
                var rows = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return rows.stream()
                    .map(row -> new EverydaySound(
                            Double.parseDouble(row.getField("level")),
                            row.getField("text_de"),
                            row.getField("text_en"),
                            row.getField("source")))
                    .sorted(Comparator.comparingDouble(EverydaySound::level))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }
}
