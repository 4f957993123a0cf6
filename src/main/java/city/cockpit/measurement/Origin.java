package city.cockpit.measurement;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a threshold comes from and when it holds.
 *
 * @param scheme short name, for example {@code UBA-LQI}
 * @param edition which edition, because the limits change between editions
 * @param germanName what German screens call the scheme, for example "UBA-Index"
 * @param englishName what English screens call the scheme
 * @param source publisher and title; empty for what this cockpit or the town set itself, which the name then says
 * @param readIn where the numbers were read, for whoever checks them
 * @param validFrom first day on which it holds; empty when it has always held
 * @param validUntil last day on which it holds; empty while no end is known
 */
public record Origin(
        String scheme,
        String edition,
        String germanName,
        String englishName,
        String source,
        String readIn,
        Confidence confidence,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validUntil) {

    public Origin {
        if (!scheme.matches("[A-Z0-9-]+")) throw new IllegalArgumentException("not a scheme: '" + scheme + "'");
        if (edition.isBlank() || readIn.isBlank())
            throw new IllegalArgumentException(scheme + " names no edition or does not say where it was read");
    }

    /** What a town set for itself. */
    static Origin ofTown(String scheme, String germanName, String englishName, String readIn) {
        return new Origin(
                scheme,
                "this town",
                germanName,
                englishName,
                "",
                readIn,
                Confidence.VERIFIED,
                Optional.empty(),
                Optional.empty());
    }

    public String name(Locale locale) {
        return locale.getLanguage().equals("de") ? germanName : englishName;
    }

    public boolean holdsOn(LocalDate day) {
        return validFrom.filter(day::isBefore).isEmpty()
                && validUntil.filter(day::isAfter).isEmpty();
    }
}
