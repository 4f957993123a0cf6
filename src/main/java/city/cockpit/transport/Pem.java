package city.cockpit.transport;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemContent;

/** Texts between BEGIN and END. */
final class Pem {

    private Pem() {}

    interface Source {

        @Nullable PemContent load() throws IOException;
    }

    /**
     * At least one certificate.
     *
     * @throws TransportException with the sentence if there is none
     */
    static List<X509Certificate> certificates(Source source, String sentence) {
        try {
            var content = source.load();
            var found = content == null ? null : content.getCertificates();
            if (found != null && !found.isEmpty()) return found;
        } catch (IOException | IllegalStateException | IllegalArgumentException e) {
            throw new TransportException(sentence, e);
        }
        throw new TransportException(sentence);
    }
}
