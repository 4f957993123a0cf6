package city.cockpit.measurement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a town judges what it observes beyond what ships with the cockpit.
 *
 * @param averaging what is judged: the value of the moment or the mean of the last hour
 * @param steps ascending by where they begin; the first holds for everything below the second
 */
public record TownScale(Averaging averaging, List<Step> steps) {

    public static final int FEWEST_STEPS = 2;
    public static final int MOST_STEPS = 6;

    /**
     * What values are called from one on.
     *
     * @param from the lowest value that belongs to it, in the unit of the property; negative infinity of the first
     * @param severity how much attention it gets, and so its colour and sign
     */
    public record Step(double from, Severity severity, String germanWord, String englishWord) {

        public static final int LONGEST_WORD = 40;

        public Step {
            if (!isWord(germanWord) || !isWord(englishWord))
                throw new IllegalArgumentException("not the words of a step: '%.100s'".formatted(germanWord));
            if (Double.isNaN(from) || from == Double.POSITIVE_INFINITY)
                throw new IllegalArgumentException("nothing begins at " + from);
        }

        private static boolean isWord(String word) {
            return !word.isBlank() && word.length() <= LONGEST_WORD;
        }
    }

    public TownScale {
        steps = List.copyOf(steps);
        if (averaging != Averaging.INSTANT && averaging != Averaging.HOUR)
            throw new IllegalArgumentException("no tile has a value over " + averaging);
        if (steps.size() < FEWEST_STEPS || steps.size() > MOST_STEPS)
            throw new IllegalArgumentException("a scale of %d steps".formatted(steps.size()));
        if (Double.isFinite(steps.getFirst().from()))
            throw new IllegalArgumentException("nothing is said of what lies below the first step");
        for (var i = 1; i < steps.size(); i++)
            if (!(steps.get(i - 1).from() < steps.get(i).from()))
                throw new IllegalArgumentException("steps do not ascend: " + steps);
    }

    /** As it judges values of that property. */
    Scheme of(ObservedProperty property) {
        var bands = new ArrayList<Band>();
        for (var i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var upper = i + 1 < steps.size() ? steps.get(i + 1).from() : Double.POSITIVE_INFINITY;
            bands.add(new Band(
                    "step_" + (i + 1),
                    step.severity(),
                    step.from(),
                    upper,
                    Optional.empty(),
                    step.germanWord(),
                    step.englishWord()));
        }
        return new Scheme(
                Origin.ofTown(
                        "TOWN-SCALE", "Skala der Stadt", "scale of the town", "set by the town for this property"),
                Measure.of(property, averaging),
                Scheme.Use.LIVE,
                Scheme.Edges.TO_UPPER,
                0,
                bands);
    }
}
