package city.cockpit.alerts;

import city.cockpit.faults.FaultReported;
import java.time.InstantSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets those know who hear of notices, too, that somebody reported a fault. See decision record 0075. */
@Component
class ReportNews {

    private final AlertOutbox outbox;
    private final InstantSource clock;

    ReportNews(AlertOutbox outbox, InstantSource clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** In the transaction that keeps the report: what is kept is told. */
    @EventListener
    void reported(FaultReported report) {
        outbox.reported(report, clock.instant());
    }
}
