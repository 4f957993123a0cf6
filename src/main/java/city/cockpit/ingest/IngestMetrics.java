package city.cockpit.ingest;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;

/** The ledger as metrics: {@code cockpit.ingest.readings} by outcome and reason, what is under way, and how quickly it gets there. */
@Component
class IngestMetrics implements MeterBinder {

    private static final String NO_REASON = "none";

    private final IngestLedger ledger;
    private final IngestPipeline pipeline;

    IngestMetrics(IngestLedger ledger, IngestPipeline pipeline) {
        this.ledger = ledger;
        this.pipeline = pipeline;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        counter(registry, "stored", NO_REASON, Counts::stored);
        counter(registry, "duplicate", NO_REASON, Counts::duplicate);
        for (var reason : RejectReason.values())
            counter(
                    registry,
                    "rejected",
                    reason.name(),
                    counts -> counts.rejectedByReason().getOrDefault(reason, 0L));
        Gauge.builder("cockpit.ingest.pending", ledger, all -> all.counts().pending())
                .description("readings under way to the history")
                .register(registry);
        Gauge.builder("cockpit.ingest.waiting", pipeline, IngestPipeline::waiting)
                .description("messages that wait to be interpreted")
                .register(registry);
        Gauge.builder("cockpit.ingest.database.away", pipeline, IngestMetrics::away)
                .description("1 while the database takes no readings and nothing is acknowledged, else 0")
                .register(registry);
        pipeline.pace().bindTo(registry);
    }

    private static double away(IngestPipeline pipeline) {
        return pipeline.databaseAwaySince().isPresent() ? 1 : 0;
    }

    private void counter(MeterRegistry registry, String outcome, String reason, ToLongFunction<Counts> value) {
        FunctionCounter.builder("cockpit.ingest.readings", ledger, all -> value.applyAsLong(all.counts()))
                .description("readings received and what became of them")
                .tag("outcome", outcome)
                .tag("reason", reason)
                .register(registry);
    }
}
