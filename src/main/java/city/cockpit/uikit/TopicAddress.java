package city.cockpit.uikit;

import city.cockpit.measurement.Domain;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The addresses of topics, for example {@code live/luft}: "live" is the same word in all languages, and each topic has its name
 * in each. All of them lead to the same page, in the language of whoever reads.
 */
public final class TopicAddress {

    /** The begin of all of them, relative to the base of the site. */
    public static final String PATH = "live";

    private TopicAddress() {}

    /** As its readers call it, relative to the base of the site. */
    public static String of(Domain domain, Wording words) {
        return PATH + "/" + name(domain, words.locale());
    }

    /** The topic of that name in any of the languages; empty for any other text. */
    public static Optional<Domain> domain(String name) {
        return Arrays.stream(Domain.values())
                .filter(domain -> Languages.OFFERED.stream()
                        .anyMatch(language -> name(domain, language).equals(name)))
                .findFirst();
    }

    /** The name in the language that the cockpit speaks first: of all addresses of a topic the one to be cited. */
    public static String cited(Domain domain) {
        return PATH + "/" + name(domain, Languages.OFFERED.getFirst());
    }

    /** The language in which a topic has that name, the first one if it has the same in several. */
    public static Locale languageOf(String name) {
        return Languages.OFFERED.stream()
                .filter(language -> Arrays.stream(Domain.values())
                        .anyMatch(domain -> name(domain, language).equals(name)))
                .findFirst()
                .orElse(Languages.OFFERED.getFirst());
    }

    /** In which topics have names, the first one first. */
    public static List<Locale> languages() {
        return Languages.OFFERED;
    }

    /** The language of topics that is the wanted one; empty if they have no names in it. */
    public static Optional<Locale> offered(Locale wanted) {
        return Languages.OFFERED.stream()
                .filter(language -> language.getLanguage().equals(wanted.getLanguage()))
                .findFirst();
    }

    private static String name(Domain domain, Locale language) {
        return Languages.bundle(language).getString("topic.address." + domain);
    }
}
