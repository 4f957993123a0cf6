package city.cockpit.transport;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** What the settings say about encryption, before anything is started. */
public final class Transport {

    private Transport() {}

    /**
     * Whether the pages are to be HTTPS and MQTT is to be taken from other machines.
     *
     * @throws TransportException if only one of certificate and key is set
     */
    public static boolean isEncrypted(Environment settings) {
        return of(settings).files().isPresent();
    }

    /**
     * Looks at what encryption needs.
     *
     * @throws TransportException if the certificate, its key or the proxies that are set cannot be used
     */
    public static void check(Environment settings) {
        of(settings).files().ifPresent(CertificateFiles::read);
        bound(settings, "cockpit.web", WebSettings.class);
    }

    private static TlsSettings of(Environment settings) {
        return bound(settings, "cockpit.tls", TlsSettings.class);
    }

    private static <T> T bound(Environment settings, String prefix, Class<T> type) {
        try {
            return Binder.get(settings).bindOrCreate(prefix, type);
        } catch (BindException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause())
                if (cause instanceof TransportException known) throw known;
            throw new TransportException("The settings %s.* cannot be read: check them.".formatted(prefix), e);
        }
    }
}
