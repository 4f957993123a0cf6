package city.cockpit.ingest;

import city.cockpit.mqtt.InboundMessage;
import java.util.List;

/** Keeps what was refused. */
interface RejectedMessageStore extends RejectedMessages {

    /**
     * Keeps them durably, and no more than the settings allow. Blocks.
     *
     * @throws org.springframework.dao.DataAccessException nothing was kept and the whole call may be repeated
     */
    void keep(List<Rejection> rejections);

    /** A message and one reason for which it was refused. */
    record Rejection(InboundMessage message, RejectReason reason, String detail, int readings) {}
}
