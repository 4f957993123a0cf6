package city.cockpit.ingest;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;

/** {@code GET /actuator/ingest}: the ledger as JSON. */
@Component
@Endpoint(id = "ingest")
class IngestEndpoint {

    private final IngestLedger ledger;

    IngestEndpoint(IngestLedger ledger) {
        this.ledger = ledger;
    }

    @ReadOperation
    Counts counts() {
        return ledger.counts();
    }
}
