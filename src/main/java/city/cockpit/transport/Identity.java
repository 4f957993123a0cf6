package city.cockpit.transport;

import java.security.PrivateKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStore;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;

/**
 * As whom this cockpit shows itself.
 *
 * @param chain the own certificate first
 */
record Identity(List<X509Certificate> chain, PrivateKey key) {

    private static final int DNS_NAME = 2;

    Identity {
        chain = List.copyOf(chain);
    }

    X509Certificate own() {
        return chain.getFirst();
    }

    /** In the form in which Spring Boot hands it to the web server. */
    SslBundle bundle() {
        return SslBundle.of(new PemSslStoreBundle(PemSslStore.of(chain, key), null));
    }

    /** The names of hosts it was issued for, as the browser compares them. */
    List<String> hosts() {
        try {
            var names = Optional.ofNullable(own().getSubjectAlternativeNames()).stream()
                    .flatMap(Collection::stream)
                    .filter(name -> Integer.valueOf(DNS_NAME).equals(name.getFirst()))
                    .map(name -> String.valueOf(name.get(1)))
                    .toList();
            return names.isEmpty() ? commonName().toList() : names;
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }

    private Stream<String> commonName() {
        try {
            return new LdapName(own().getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(part -> String.valueOf(part.getValue()));
        } catch (InvalidNameException e) {
            return Stream.empty();
        }
    }

    /** Names the certificate and nothing secret. */
    @Override
    public String toString() {
        return "certificate of " + hosts();
    }
}
