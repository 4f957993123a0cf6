package city.cockpit.ingest;

import city.cockpit.ingest.Verdict.Rejected;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SensorId;
import city.cockpit.mqtt.InboundMessage;
import java.util.List;
import java.util.Optional;

/** A message and what was found in it: readings, refusals, or what a sensor says of itself. */
record Interpreted(
        InboundMessage message, List<Reading> readings, List<Rejected> rejected, Optional<StatusChange> status) {

    Interpreted {
        readings = List.copyOf(readings);
        rejected = List.copyOf(rejected);
    }

    static Interpreted refused(InboundMessage message, RejectReason reason, String detail) {
        return new Interpreted(message, List.of(), List.of(new Rejected(reason, detail)), Optional.empty());
    }

    /** What the message counts in the ledger. */
    int count() {
        return readings.size() + rejected.size();
    }

    /** A sensor took its leave, or announced itself. */
    record StatusChange(SensorId sensor, boolean online) {}
}
