package city.cockpit.ingest;

import city.cockpit.measurement.SensorId;
import city.cockpit.mqtt.InboundMessage;
import java.util.List;
import java.util.Optional;

/** Keeps what was refused. */
public interface RejectedMessageStore {

    /**
     * Keeps durably what the settings have room for and counts the rest. Blocks; one thread. Refusals of the same message
     * stand side by side.
     *
     * @throws org.springframework.dao.DataAccessException nothing was kept and the whole call may be repeated
     */
    void keep(List<Rejection> rejections);

    /**
     * A message and one reason for which it was refused.
     *
     * @param sensor the registered one whose message it is; empty if nobody knows whose it is
     */
    record Rejection(
            InboundMessage message, Optional<SensorId> sensor, RejectReason reason, String detail, int readings) {

        /** Of nobody who is known. */
        public Rejection(InboundMessage message, RejectReason reason, String detail, int readings) {
            this(message, Optional.empty(), reason, detail, readings);
        }
    }
}
