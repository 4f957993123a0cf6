package city.cockpit.transport;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The certificate that is shown to browsers and sensors.
 *
 * @param hosts names it was issued for; may hold wildcards, may be empty
 * @param validFrom first moment
 * @param validUntil last moment
 * @param problem one sentence if a newer pair of files on disk cannot be used, so that this one is still shown
 */
public record CertificateStatus(List<String> hosts, Instant validFrom, Instant validUntil, Optional<String> problem) {

    public CertificateStatus {
        hosts = List.copyOf(hosts);
    }

    public boolean isValidAt(Instant moment) {
        return !moment.isBefore(validFrom) && !moment.isAfter(validUntil);
    }

    /** For the log and the terminal. */
    public String validity() {
        return "valid from %s until %s".formatted(validFrom, validUntil);
    }
}
