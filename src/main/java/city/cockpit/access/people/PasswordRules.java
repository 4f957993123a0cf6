package city.cockpit.access.people;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toUnmodifiableSet;

import city.cockpit.access.OwnAccount;
import city.cockpit.access.OwnAccount.Weakness;
import city.cockpit.access.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What a password must be like: long, and nothing that whoever knows the person or the lists would try first. */
@Component
class PasswordRules {

    private static final int FEWEST_DIFFERENT = 5;
    /** Shorter parts of names are parts of many words. */
    private static final int NAME_THAT_COUNTS = 4;

    private static final Pattern BETWEEN_NAMES = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NO_LETTER = Pattern.compile("\\P{L}+");
    private static final Pattern TAIL = Pattern.compile("\\P{L}+$");
    private static final String[] ROWS = {
        "12345678901234567890",
        "abcdefghijklmnopqrstuvwxyz",
        "qwertzuiopüasdfghjklöäyxcvbnm",
        "qwertyuiopasdfghjklzxcvbnm",
        "1qay2wsx3edc4rfv5tgb6zhn7ujm8ik",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik"
    };

    private final Set<String> known = wellKnown();

    Optional<Weakness> findWeakness(String password, Person person) {
        if (password.length() < OwnAccount.SHORTEST_PASSWORD) return Optional.of(Weakness.TOO_SHORT);
        if (password.length() > OwnAccount.LONGEST_PASSWORD) return Optional.of(Weakness.TOO_LONG);
        var plain = Normalizer.normalize(password, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        if (containsName(plain, person)) return Optional.of(Weakness.CONTAINS_NAME);
        return isWellKnown(plain) ? Optional.of(Weakness.WELL_KNOWN) : Optional.empty();
    }

    private static boolean containsName(String plain, Person person) {
        return BETWEEN_NAMES
                .splitAsStream(person.name().value() + " " + person.fullName().toLowerCase(Locale.ROOT))
                .filter(name -> name.length() >= NAME_THAT_COUNTS)
                .anyMatch(plain::contains);
    }

    private boolean isWellKnown(String plain) {
        return plain.chars().distinct().count() < FEWEST_DIFFERENT
                || followsTheKeys(plain)
                || consistsOfKnownWords(NO_LETTER.matcher(plain).replaceAll(""))
                || consistsOfKnownWords(NO_LETTER
                        .matcher(asLetters(TAIL.matcher(plain).replaceFirst("")))
                        .replaceAll(""));
    }

    private static boolean followsTheKeys(String plain) {
        for (var row : ROWS)
            if (row.contains(plain) || new StringBuilder(row).reverse().indexOf(plain) >= 0) return true;
        return false;
    }

    /** Whether nothing but well-known words is left, e.g. of "Passwort-Sommer2026!"; of digits alone nothing is left. */
    private boolean consistsOfKnownWords(String letters) {
        var reached = new boolean[letters.length() + 1];
        reached[0] = true;
        for (var from = 0; from < letters.length(); from++)
            for (var to = from + 1; reached[from] && to <= letters.length(); to++)
                if (known.contains(letters.substring(from, to))) reached[to] = true;
        return reached[letters.length()];
    }

    /** Digits and signs as the letters they are commonly put for. */
    private static String asLetters(String plain) {
        return plain.replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't')
                .replace('@', 'a')
                .replace('$', 's')
                .replace('!', 'i');
    }

    private static Set<String> wellKnown() {
        try {
            return new ClassPathResource("well-known-passwords.txt", PasswordRules.class)
                    .getContentAsString(UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Pattern.compile(" ").splitAsStream(line))
                    .filter(word -> !word.isEmpty())
                    .collect(toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
