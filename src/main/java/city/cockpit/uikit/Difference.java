package city.cockpit.uikit;

import city.cockpit.measurement.Kind;
import city.cockpit.measurement.ObservedProperty;

/** Says how far a value lies from another one of the same property. */
final class Difference {

    /** Below this share nobody calls it more or less. */
    private static final double SAME = 0.02;

    /** Beyond twice as much nobody sees anything in per cent: after a dry week each shower is 1,500 % more rain. */
    static final double MOST_SHARE = 1;

    private final Wording words;

    Difference(Wording words) {
        this.words = words;
    }

    /**
     * In per cent up to twice as much where zero means nothing at all, else in the unit: 10 °C are not twice 5 °C.
     *
     * @param what name of the sentences, for example {@code course.usual.}
     */
    String of(double value, double other, ObservedProperty property, String what) {
        var difference = value - other;
        if (Math.abs(difference) <= SAME * Math.abs(other) || isNothing(difference, property))
            return words.text(what + "same");
        var amount = hasZero(property) && Math.abs(difference) <= MOST_SHARE * other
                ? words.formats().number(100 * Math.abs(difference) / other, 0) + Formats.UNIT_SPACE + "%"
                : words.formats().quantity(Math.abs(difference), property);
        return words.text(what + (difference > 0 ? "above" : "below"), amount);
    }

    private static boolean hasZero(ObservedProperty property) {
        return property.kind() != Kind.DECIBEL && property.kind() != Kind.MAXIMUM && property.lowest() >= 0;
    }

    private static boolean isNothing(double difference, ObservedProperty property) {
        return Math.abs(difference) < 0.5 * Math.pow(10, -property.decimals());
    }
}
