package city.cockpit.ingest;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How quickly messages come to rest, for the metrics and for people. One thread reports. */
final class Pace {

    private static final Duration[] BOUNDS = {
        Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(25), Duration.ofMillis(50),
        Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1),
        Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(5)
    };

    private final InstantSource clock;
    private final Latencies latencies = new Latencies();
    private volatile @Nullable Meters meters;

    private record Meters(Timer delay, Timer writing, DistributionSummary batch) {}

    Pace(InstantSource clock) {
        this.clock = clock;
    }

    void bindTo(MeterRegistry registry) {
        meters = new Meters(
                Timer.builder("cockpit.ingest.delay")
                        .description("from the arrival of a message until it is stored or refused for good")
                        .serviceLevelObjectives(BOUNDS)
                        .register(registry),
                Timer.builder("cockpit.ingest.writing")
                        .description("how long a batch takes to be written")
                        .serviceLevelObjectives(BOUNDS)
                        .register(registry),
                DistributionSummary.builder("cockpit.ingest.batch")
                        .description("readings written together")
                        .serviceLevelObjectives(1, 10, 100, 1_000)
                        .register(registry));
    }

    /** Of the minute under way. */
    Latencies latencies() {
        return latencies;
    }

    /** The batch is at rest since now. */
    void written(List<Interpreted> batch, Duration writing) {
        var now = clock.instant();
        var known = meters;
        var readings = 0;
        for (var one : batch) {
            var delay = Duration.between(one.message().arrivedAt(), now);
            latencies.record(delay);
            if (known != null) known.delay.record(delay);
            readings += one.count();
        }
        if (known == null) return;
        known.writing.record(writing);
        known.batch.record(readings);
    }
}
