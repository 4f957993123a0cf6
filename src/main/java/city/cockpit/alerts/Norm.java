package city.cockpit.alerts;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * What a rule rests on.
 *
 * @param germanName for example "Informationsschwelle der 39. BImSchV"
 * @param source where it is written down
 * @param validFrom first day on which it holds, by the calendar of the town
 * @param validUntil last day on which it holds
 */
public record Norm(
        String germanName,
        String englishName,
        String source,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validUntil) {

    public static final int LONGEST_NAME = 120;
    public static final int LONGEST_SOURCE = 300;

    public Norm {
        if (germanName.length() > LONGEST_NAME || englishName.length() > LONGEST_NAME)
            throw new IllegalArgumentException("a name of more than %d characters".formatted(LONGEST_NAME));
        if (source.length() > LONGEST_SOURCE)
            throw new IllegalArgumentException("a source of more than %d characters".formatted(LONGEST_SOURCE));
    }

    public String name(Locale locale) {
        return locale.getLanguage().equals("de") ? germanName : englishName;
    }

    boolean holdsOn(LocalDate day) {
        return validFrom.map(first -> !day.isBefore(first)).orElse(true)
                && validUntil.map(last -> !day.isAfter(last)).orElse(true);
    }
}
