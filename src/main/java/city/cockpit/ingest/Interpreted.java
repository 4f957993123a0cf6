package city.cockpit.ingest;

import city.cockpit.ingest.Verdict.Rejected;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SensorId;
import city.cockpit.mqtt.InboundMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A message and what was found in it: readings, refusals, or what a sensor says of itself.
 *
 * @param speaker the registered sensor whose message it is; empty if nobody knows whose it is
 */
record Interpreted(
        InboundMessage message,
        List<Reading> readings,
        List<Rejected> rejected,
        Optional<StatusChange> status,
        Optional<Speaker> speaker) {

    Interpreted {
        readings = List.copyOf(readings);
        rejected = List.copyOf(rejected);
    }

    static Interpreted refused(InboundMessage message, RejectReason reason, String detail) {
        return new Interpreted(
                message, List.of(), List.of(new Rejected(reason, detail)), Optional.empty(), Optional.empty());
    }

    Interpreted from(Optional<Speaker> known) {
        return new Interpreted(message, readings, rejected, status, known);
    }

    /** What the message counts in the ledger. */
    int count() {
        return readings.size() + rejected.size();
    }

    /** A sensor took its leave, or announced itself. */
    record StatusChange(SensorId sensor, boolean online) {}

    /** A registered sensor and what its device says of itself. */
    record Speaker(SensorId sensor, Map<Vital, Double> vitals) {}
}
