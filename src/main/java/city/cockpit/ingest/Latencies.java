package city.cockpit.ingest;

import city.cockpit.ingest.FlowMinute.Latency;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** How long messages took from their arrival to their acknowledgement. Any thread may record, one reads. */
class Latencies {

    private static final int DIGITS = 2;
    private static final long LONGEST_MICROS = TimeUnit.HOURS.toMicros(1);
    private static final double HALF = 50;
    private static final double MOST = 99;

    private final Recorder recorder = new Recorder(LONGEST_MICROS, DIGITS);
    private final Histogram minute = new Histogram(LONGEST_MICROS, DIGITS);

    /** Never blocks. A clock that was set back counts as no time at all, more than an hour as an hour. */
    void record(Duration took) {
        recorder.recordValue(Math.clamp(took.toNanos() / 1_000, 0, LONGEST_MICROS));
    }

    /** What was recorded since {@link #startMinute}. */
    Optional<Latency> minute() {
        minute.add(recorder.getIntervalHistogram());
        if (minute.getTotalCount() == 0) return Optional.empty();
        return Optional.of(new Latency(at(HALF), at(MOST)));
    }

    void startMinute() {
        minute.reset();
    }

    private Duration at(double percentile) {
        return Duration.ofNanos(minute.getValueAtPercentile(percentile) * 1_000);
    }
}
