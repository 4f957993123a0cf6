package city.cockpit.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the values of one series stand to one rule at one moment. What comes next follows from this and the next value alone,
 * so that the whole is a function of the values in the order of their time. Immutable. See decision record 0055.
 *
 * @param pending values that lie beyond, but not for long enough yet
 * @param raised what goes on
 * @param last when the last value was known
 */
record Watch(Optional<Breach> pending, Optional<Breach> raised, Optional<Instant> last) {

    static final Watch START = new Watch(Optional.empty(), Optional.empty(), Optional.empty());

    /** What was going on before the first value. */
    static Watch from(Optional<Breach> raised) {
        return new Watch(Optional.empty(), raised, Optional.empty());
    }

    /**
     * How values are judged.
     *
     * @param hysteresis in the unit of the values
     * @param longestGap what lies further apart does not go on
     */
    record Yardstick(Comparison comparison, Duration lasting, double hysteresis, Duration longestGap) {

        private boolean isBeyond(Sample sample) {
            return comparison.holds(sample.value(), sample.bound());
        }

        /** While it goes on, whether the value is back far enough; also where the rule does not hold any more. */
        private boolean isBack(Sample sample) {
            return Double.isNaN(sample.bound())
                    || !comparison.holds(sample.value(), comparison.relaxed(sample.bound(), hysteresis));
        }
    }

    /** What came of some values. */
    record Outcome(Watch watch, List<Breach> ended) {

        /** All that was broken, oldest first, the one that goes on last. */
        List<Breach> breaches() {
            return Stream.concat(ended.stream(), watch.raised.stream()).toList();
        }
    }

    /** @param samples in the order of their time */
    Outcome over(List<Sample> samples, Yardstick yardstick) {
        var watch = this;
        var ended = new ArrayList<Breach>();
        for (var sample : samples) {
            var before = watch;
            watch = before.then(sample, yardstick);
            if (watch.raised.isEmpty())
                before.raised.map(one -> one.endedAt(sample.at())).ifPresent(ended::add);
        }
        return new Outcome(watch, List.copyOf(ended));
    }

    private Watch then(Sample sample, Yardstick yardstick) {
        var now = Optional.of(sample.at());
        if (raised.isPresent())
            return yardstick.isBack(sample)
                    ? new Watch(Optional.empty(), Optional.empty(), now)
                    : new Watch(Optional.empty(), Optional.of(worse(raised.get(), sample, yardstick)), now);
        if (!yardstick.isBeyond(sample)) return new Watch(Optional.empty(), Optional.empty(), now);
        var run = pending.filter(before -> goesOn(sample, yardstick))
                .map(before -> worse(before, sample, yardstick))
                .orElseGet(() -> new Breach(sample.from(), sample.at(), Optional.empty(), sample.value(), sample.at()));
        var isLongEnough = Duration.between(run.since(), sample.at()).compareTo(yardstick.lasting()) >= 0;
        return isLongEnough
                ? new Watch(Optional.empty(), Optional.of(raised(run, sample)), now)
                : new Watch(Optional.of(run), Optional.empty(), now);
    }

    private boolean goesOn(Sample sample, Yardstick yardstick) {
        return last.map(before -> Duration.between(before, sample.from()).compareTo(yardstick.longestGap()) <= 0)
                .orElse(true);
    }

    private static Breach raised(Breach run, Sample sample) {
        return new Breach(run.since(), sample.at(), Optional.empty(), run.worst(), run.worstAt());
    }

    private static Breach worse(Breach breach, Sample sample, Yardstick yardstick) {
        var worst = yardstick.comparison().worse(breach.worst(), sample.value());
        return worst == breach.worst()
                ? breach
                : new Breach(breach.since(), breach.raisedAt(), breach.endedAt(), worst, sample.at());
    }
}
