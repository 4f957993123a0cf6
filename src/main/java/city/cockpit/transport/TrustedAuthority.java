package city.cockpit.transport;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemContent;
import org.springframework.boot.ssl.pem.PemSslStore;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;

/**
 * Those who may vouch for a server of the town, instead of those Java trusts.
 *
 * @param file PEM file with one certificate or several
 * @param setting that names the file
 */
public record TrustedAuthority(Path file, String setting) {

    /**
     * For clients. Reads the file anew, so that a renewed one counts from the next connection on.
     *
     * @throws TransportException if it cannot be read or holds no certificate
     */
    public SSLContext context() {
        var trust = PemSslStore.of(certificates(), null);
        return SslBundle.of(new PemSslStoreBundle(null, trust)).createSslContext();
    }

    private List<X509Certificate> certificates() {
        try {
            var found = PemContent.load(file).getCertificates();
            if (found != null && !found.isEmpty()) return found;
        } catch (IOException | IllegalStateException | IllegalArgumentException e) {
            throw new TransportException(sentence(), e);
        }
        throw new TransportException(sentence());
    }

    private String sentence() {
        return "The file %s cannot be read or holds no certificate in PEM form: check %s.".formatted(file, setting);
    }
}
