package city.cockpit.ingest;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How quickly messages come to rest, for the metrics. One thread reports; before the metrics ask, nothing is kept. */
final class Pace {

    private static final Duration[] BOUNDS = {
        Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(25), Duration.ofMillis(50),
        Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1),
        Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(5)
    };

    private final InstantSource clock;
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

    /** The batch is at rest since now. */
    void written(List<Interpreted> batch, Duration writing) {
        var known = meters;
        if (known == null) return;
        var now = clock.instant();
        var readings = 0;
        for (var one : batch) {
            known.delay.record(Duration.between(one.message().arrivedAt(), now));
            readings += one.count();
        }
        known.writing.record(writing);
        known.batch.record(readings);
    }
}
