package city.cockpit.ingest;

import city.cockpit.mqtt.InboundMessage;
import java.util.List;

/** Keeps what was refused. */
public interface RejectedMessageStore {

    /**
     * Keeps durably what the settings have room for and counts the rest. Blocks; one thread. Refusals of the same message
     * stand side by side.
     *
     * @throws org.springframework.dao.DataAccessException nothing was kept and the whole call may be repeated
     */
    void keep(List<Rejection> rejections);

    /** A message and one reason for which it was refused. */
    record Rejection(InboundMessage message, RejectReason reason, String detail, int readings) {}
}
