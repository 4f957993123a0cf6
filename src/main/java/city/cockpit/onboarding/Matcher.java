package city.cockpit.onboarding;

import city.cockpit.ingest.Units;
import city.cockpit.measurement.Feed;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.ObservedProperty;
import city.cockpit.measurement.Unit;
import city.cockpit.onboarding.Match.Reason;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Says which observed properties a field of a device's message may be, by its name, its unit and its value. See decision
 * record 0049. Any thread.
 */
@Component
final class Matcher {

    /** More digits than any scale has, fewer than a binary fraction adds. */
    private static final double DIGITS = 1e9;

    private final FieldNames names;
    private final ObservedProperties properties;

    Matcher(FieldNames names, ObservedProperties properties) {
        this.names = names;
        this.properties = properties;
    }

    boolean isAboutDevice(String field) {
        return names.isAboutDevice(field);
    }

    /** What the field may be, surest first. */
    List<Match> matches(Seen seen) {
        var named = candidates(seen).stream().flatMap(candidate -> match(candidate, seen).stream());
        var found = named.sorted(Comparator.comparing(Match::sureness)).toList();
        if (!found.isEmpty()
                || seen.named()
                || names.isAboutDevice(seen.field())
                || seen.unit().isEmpty()) return found;
        return ofUnit(seen.field(), seen.value(), seen.unit().get()).stream().toList();
    }

    private List<FieldNames.Candidate> candidates(Seen seen) {
        if (!seen.named()) return names.candidates(seen.field());
        return properties.find(seen.field().substring(1)).stream()
                .map(property ->
                        new FieldNames.Candidate(property, true, property.unit().ucum()))
                .toList();
    }

    /** How a number of that field becomes one of a property that somebody chose. */
    Feed feedOf(Seen seen, ObservedProperty property) {
        var usual = candidates(seen).stream()
                .filter(one -> one.property().equals(property))
                .map(FieldNames.Candidate::usualUnit)
                .findFirst();
        return seen.unit().isPresent() ? Feed.of(seen.field()) : feed(seen.field(), usual, property);
    }

    private static Optional<Match> match(FieldNames.Candidate candidate, Seen seen) {
        var property = candidate.property();
        var field = seen.field();
        var raw = seen.value();
        var unit = seen.unit();
        var feed = unit.isPresent() ? Feed.of(field) : feed(field, Optional.of(candidate.usualUnit()), property);
        var converted = unit.isPresent() ? Units.converted(raw, unit.get(), property.unit()) : OptionalDouble.of(raw);
        if (converted.isEmpty()) return Optional.empty();
        var value = rounded(feed.scale() * converted.getAsDouble() + feed.offset());
        if (!property.isPossible(value)) return Optional.empty();
        var reason = reason(
                candidate.exact(),
                unit.isPresent() || seen.named(),
                property.plausible().contains(value));
        return Optional.of(new Match(
                property,
                sureness(reason),
                reason,
                feed,
                value,
                unit.isPresent() || seen.named() ? Optional.empty() : Optional.of(candidate.usualUnit())));
    }

    private static Reason reason(boolean exact, boolean unitGiven, boolean plausible) {
        if (!plausible) return Reason.IMPLAUSIBLE;
        if (exact) return unitGiven ? Reason.ALL : Reason.UNIT_ASSUMED;
        return unitGiven ? Reason.NAME_IN_PARTS : Reason.NAME_IN_PARTS_UNIT_ASSUMED;
    }

    private static Sureness sureness(Reason reason) {
        return switch (reason) {
            case ALL -> Sureness.SURE;
            case UNIT_ASSUMED, NAME_IN_PARTS -> Sureness.LIKELY;
            case NAME_IN_PARTS_UNIT_ASSUMED, UNIT_ONLY, IMPLAUSIBLE -> Sureness.UNSURE;
        };
    }

    /** The only property that a unit measures, if its value is believed. */
    private Optional<Match> ofUnit(String field, double raw, String unit) {
        var fitting = properties.list().stream()
                .filter(property -> !property.unit().ucum().equals("1"))
                .flatMap(property -> ofUnit(property, field, raw, unit))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    private static Stream<Match> ofUnit(ObservedProperty property, String field, double raw, String unit) {
        var value = Units.converted(raw, unit, property.unit());
        return value.isPresent() && property.plausible().contains(value.getAsDouble())
                ? Stream.of(new Match(
                        property,
                        Sureness.UNSURE,
                        Reason.UNIT_ONLY,
                        Feed.of(field),
                        rounded(value.getAsDouble()),
                        Optional.empty()))
                : Stream.empty();
    }

    /** The pipeline takes a number without a unit for one of the property, so that the scale has to say the difference. */
    private static Feed feed(String field, Optional<String> usual, ObservedProperty property) {
        var unit = usual.filter(one -> !one.equals(property.unit().ucum()));
        if (unit.isEmpty()) return Feed.of(field);
        var offset = converted(0, unit.get(), property.unit());
        var one = converted(1, unit.get(), property.unit());
        return offset.isPresent() && one.isPresent()
                ? new Feed(
                        field,
                        rounded(one.getAsDouble() - offset.getAsDouble()),
                        rounded(offset.getAsDouble()),
                        Set.of())
                : Feed.of(field);
    }

    private static OptionalDouble converted(double value, String from, Unit to) {
        return Units.converted(value, from, to);
    }

    private static double rounded(double value) {
        return Math.abs(value) < 1e6 ? Math.round(value * DIGITS) / DIGITS : value;
    }
}
