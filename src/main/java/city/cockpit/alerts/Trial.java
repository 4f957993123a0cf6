package city.cockpit.alerts;

import city.cockpit.measurement.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a rule would have found if it had held.
 *
 * @param span that was looked at
 * @param series of how many series it speaks
 * @param judged of how many of them there were values to judge
 * @param knownSince since when there are values of any of them; empty where there are none
 * @param isInForce whether it holds on any of the days, by its season and its norm
 * @param count how many incidents there would have been
 * @param isMore whether it found so much that it looked no further
 * @param newest some of the incidents, newest first; they have no number
 */
public record Trial(
        Interval span,
        int series,
        int judged,
        Optional<Instant> knownSince,
        boolean isInForce,
        int count,
        boolean isMore,
        List<Incident> newest) {

    /** So far back is looked. */
    public static final Duration LENGTH = Evaluation.LONGEST_BACK;

    /** So many incidents are told one by one. */
    public static final int MOST_TOLD = 20;

    private static final Duration ABOUT_A_DAY = Duration.ofHours(26);

    public Trial {
        newest = List.copyOf(newest);
    }

    /** Whole days of which nothing is known at the begin of the span; 0 where it is known from the begin. */
    public long daysMissing() {
        return knownSince
                .map(since -> Duration.between(span.from(), since))
                .filter(missing -> missing.compareTo(ABOUT_A_DAY) > 0)
                .map(Duration::toDays)
                .orElse(0L);
    }
}
