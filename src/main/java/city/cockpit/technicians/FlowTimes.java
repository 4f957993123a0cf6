package city.cockpit.technicians;

import city.cockpit.uikit.Wording;
import java.time.Duration;

/** Spans of time from a millisecond to minutes, as one reads them at a glance. */
final class FlowTimes {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

    private final Wording words;

    FlowTimes(Wording words) {
        this.words = words;
    }

    String text(Duration span) {
        if (span.compareTo(SECOND) < 0)
            return words.text("dataflow.millis", words.formats().count(Math.max(1, span.toMillis())));
        if (span.compareTo(TWO_MINUTES) < 0)
            return words.text("dataflow.seconds", words.formats().number(span.toMillis() / 1000.0, 1));
        return words.text("dataflow.minutes", words.formats().count(span.toMinutes()));
    }
}
