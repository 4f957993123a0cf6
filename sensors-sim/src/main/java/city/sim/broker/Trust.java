package city.sim.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Those who may vouch for a broker, instead of those Java trusts. */
public final class Trust {

    private final SSLContext context;

    private Trust(SSLContext context) {
        this.context = context;
    }

    /**
     * Reads one certificate or several in PEM form.
     *
     * @throws IOException the file cannot be read or holds none
     */
    public static Trust in(Path file) throws IOException {
        try (var text = Files.newInputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(text))
                store.setCertificateEntry("authority-" + store.size(), certificate);
            if (store.size() == 0) throw new IOException("no certificate in " + file);
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return new Trust(context);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    SSLSocketFactory sockets() {
        return context.getSocketFactory();
    }
}
