package city.cockpit.transport;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The certificate of this cockpit. With it the pages are HTTPS and the embedded broker takes MQTT over TLS.
 *
 * @param certificate PEM file with the certificate and those that signed it, the cockpit's own first
 * @param key PEM file with its private key, not locked by a password
 * @param redirectPort where plain HTTP is answered with the way to HTTPS; 0 for nowhere
 */
@Validated
@ConfigurationProperties("cockpit.tls")
record TlsSettings(
        @Nullable Path certificate,
        @Nullable Path key,
        @DefaultValue("0") @Min(0) @Max(65_535) int redirectPort) {

    TlsSettings {
        certificate = unlessEmpty(certificate);
        key = unlessEmpty(key);
    }

    /** The two files; empty if neither is set. */
    Optional<CertificateFiles> files() {
        if (certificate == null && key == null) return Optional.empty();
        if (certificate == null || key == null)
            throw new TransportException(
                    "A certificate and its key belong together: set both --tls-cert (cockpit.tls.certificate) and --tls-key (cockpit.tls.key).");
        return Optional.of(new CertificateFiles(certificate.toAbsolutePath(), key.toAbsolutePath()));
    }

    /** A variable of the environment may be there and say nothing. */
    private static @Nullable Path unlessEmpty(@Nullable Path file) {
        return file == null || file.toString().isBlank() ? null : file;
    }
}
