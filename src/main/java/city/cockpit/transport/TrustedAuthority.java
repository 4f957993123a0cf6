package city.cockpit.transport;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemContent;
import org.springframework.boot.ssl.pem.PemSslStore;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;

/** Those who may vouch for a server of the town, instead of those Java trusts. */
public sealed interface TrustedAuthority {

    /**
     * For clients. Reads anew what may have changed, so that a renewed one counts from the next connection on.
     *
     * @throws TransportException if it cannot be read or holds no certificate
     */
    default SSLContext context() {
        var trust = PemSslStore.of(certificates(), null);
        return SslBundle.of(new PemSslStoreBundle(null, trust)).createSslContext();
    }

    /**
     * At least one.
     *
     * @throws TransportException if there is none
     */
    List<X509Certificate> certificates();

    /**
     * In a file of this machine.
     *
     * @param file PEM file with one certificate or several
     * @param setting that names the file
     */
    record InFile(Path file, String setting) implements TrustedAuthority {

        @Override
        public List<X509Certificate> certificates() {
            var sentence = "The file %s cannot be read or holds no certificate in PEM form: check %s."
                    .formatted(file, setting);
            return Pem.certificates(() -> PemContent.load(file), sentence);
        }
    }

    /**
     * As somebody has given it.
     *
     * @param pem one certificate or several
     */
    record InText(String pem) implements TrustedAuthority {

        @Override
        public List<X509Certificate> certificates() {
            return Pem.certificates(() -> PemContent.of(pem), "The text holds no certificate in PEM form.");
        }

        /** Names nothing: a text may hold more than certificates. */
        @Override
        public String toString() {
            return "certificates in %d characters".formatted(pem.length());
        }
    }
}
