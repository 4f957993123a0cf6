package city.cockpit.onboarding;

import city.cockpit.measurement.Feed;
import city.cockpit.measurement.ObservedProperty;
import java.util.Optional;
import java.util.Set;

/**
 * What a field may observe, and what speaks for it.
 *
 * @param feed how its number becomes one of the property
 * @param value the newest one, in the unit of the property
 * @param assumedUnit in which the number is taken to be, since the message names none; empty if it names one
 */
public record Match(
        ObservedProperty property,
        Sureness sureness,
        Reason reason,
        Feed feed,
        double value,
        Optional<String> assumedUnit) {

    /** What speaks for it or against it. The texts are {@code match.NAME}. */
    public enum Reason {
        /** Name, unit and value fit. */
        ALL,
        /** Name and value fit, the unit is assumed. */
        UNIT_ASSUMED,
        /** The name fits in parts; unit and value fit. */
        NAME_IN_PARTS,
        /** The name fits in parts, the unit is assumed. */
        NAME_IN_PARTS_UNIT_ASSUMED,
        /** Only this property has such a unit. */
        UNIT_ONLY,
        /** The value is possible but lies outside of what is believed. */
        IMPLAUSIBLE
    }

    /** The same as the maker's words for "none" are told. */
    public Match without(Set<Double> missing) {
        return new Match(
                property,
                sureness,
                reason,
                new Feed(feed.field(), feed.scale(), feed.offset(), missing),
                value,
                assumedUnit);
    }
}
