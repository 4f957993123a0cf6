package city.cockpit.ingest;

import java.util.List;

/** Whoever wants to know how the devices are. Every Spring bean of this type is told. */
@FunctionalInterface
public interface DeviceWatch {

    /**
     * What the messages of a batch tell, after they were stored and acknowledged, on the thread that writes: return at once.
     * What is lost here, because the cockpit ends at that moment, comes with the next message.
     */
    void heard(List<DeviceReport> reports);
}
