package city.cockpit.sitefacts;

import java.time.LocalDate;

/**
 * Something that somebody says of a site.
 *
 * @param value as its kind writes it; empty if it does not hold any more
 * @param validFrom first day in the town on which it holds
 * @param source who says so, in words
 */
public record Fact(FactKind kind, String value, LocalDate validFrom, String source) {

    public static final int LONGEST_VALUE = 400;
    public static final int LONGEST_SOURCE = 200;

    public Fact {
        if (value.length() > LONGEST_VALUE || !kind.admits(value))
            throw new IllegalArgumentException("%s cannot be '%.100s'".formatted(kind, value));
        if (source.length() > LONGEST_SOURCE || source.codePoints().anyMatch(Character::isISOControl))
            throw new IllegalArgumentException("not a source: '%.100s'".formatted(source));
    }
}
