package city.cockpit.ingest;

import java.time.Instant;

/** What the pipeline handed over to be kept. */
record RejectedMessage(
        Instant receivedAt,
        String topic,
        String payload,
        int payloadBytes,
        RejectReason reason,
        String detail,
        int readings) {}
