package city.cockpit.faults;

import city.cockpit.measurement.Domain;
import java.util.Optional;

/**
 * Somebody reported a fault; told in the transaction that keeps it. Neither the words of the report nor the contact are in it:
 * they are read in the cockpit.
 *
 * @param site key of the place
 */
public record FaultReported(long id, Optional<Domain> topic, Optional<String> site) {}
