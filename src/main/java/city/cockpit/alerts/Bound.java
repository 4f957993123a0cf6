package city.cockpit.alerts;

import city.cockpit.measurement.Series;
import java.util.OptionalDouble;

/** What values are compared with. */
public sealed interface Bound {

    /** The same everywhere, in the unit of the property. */
    record Fixed(double value) implements Bound {

        public Fixed {
            if (!Double.isFinite(value)) throw new IllegalArgumentException("not a bound: " + value);
        }

        @Override
        public OptionalDouble at(Series series) {
            return OptionalDouble.of(value);
        }

        @Override
        public double scaled(double distance, Series series) {
            return distance;
        }
    }

    /** The n-th mark that the town set for the place, from 1: the alert levels of a gauge. */
    record LocalMark(int number) implements Bound {

        public LocalMark {
            if (number < 1 || number > 9) throw new IllegalArgumentException("mark number " + number);
        }

        @Override
        public OptionalDouble at(Series series) {
            return number > series.marks().size()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(series.marks().get(number - 1));
        }

        @Override
        public double scaled(double distance, Series series) {
            return distance;
        }
    }

    /** A part of what the place can hold, for example of the spaces of a car park. */
    record ShareOfCapacity(double percent) implements Bound {

        public ShareOfCapacity {
            if (!(percent >= 0 && percent <= 100)) throw new IllegalArgumentException("not a share: " + percent);
        }

        @Override
        public OptionalDouble at(Series series) {
            return series.capacity().isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(scaled(percent, series));
        }

        @Override
        public double scaled(double distance, Series series) {
            return distance * series.capacity().orElse(0) / 100;
        }
    }

    /** In the unit of the property; empty where the place has nothing of the kind, and then no rule speaks of it. */
    OptionalDouble at(Series series);

    /** A distance from the bound, given as the bound is, in the unit of the property. */
    double scaled(double distance, Series series);
}
