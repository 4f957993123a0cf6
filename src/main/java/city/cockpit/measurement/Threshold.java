package city.cockpit.measurement;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * One published value that a measure is compared with.
 *
 * @param key name of the value, unique in its scheme, edition and measure
 * @param germanWord what German screens call it, for example "Grenzwert"
 * @param englishWord what English screens call it
 * @param value in the unit of the measure
 * @param exceedances how often a year the value may be exceeded; empty where nothing is said
 */
public record Threshold(
        Origin origin,
        Measure measure,
        Nature nature,
        String key,
        String germanWord,
        String englishWord,
        double value,
        OptionalInt exceedances) {

    /** What follows from exceeding a threshold, most binding first. */
    public enum Nature {
        LIMIT,
        ALERT,
        INFORMATION,
        TARGET,
        GUIDELINE,
        /** A value to compare with that nobody has to keep, such as the mean of similar buildings. */
        REFERENCE
    }

    /**
     * Whether the value lies above this one. That alone is no exceedance in the sense of the law, which has rules for
     * places, instruments and coverage.
     *
     * @throws IllegalArgumentException the value is of another measure: another averaging time, property or unit
     */
    public boolean isBelow(AveragedValue compared) {
        measure.check(compared);
        return value < compared.value();
    }

    public String word(Locale locale) {
        return locale.getLanguage().equals("de") ? germanWord : englishWord;
    }
}
