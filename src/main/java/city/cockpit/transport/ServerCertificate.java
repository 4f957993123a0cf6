package city.cockpit.transport;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.SslBundleRegistry;
import org.springframework.context.SmartLifecycle;

/**
 * The certificate that pages and MQTT show. A thread of its own looks at the files every few seconds: a new pair is
 * shown to every new connection at once, those that stand go on; a pair that cannot be used leaves the old one in place.
 */
public final class ServerCertificate implements SmartLifecycle {

    /** Under this name Spring Boot knows it. */
    static final String BUNDLE = "cockpit";

    private static final Logger log = LoggerFactory.getLogger(ServerCertificate.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final CertificateFiles files;
    private final InstantSource clock;
    private final SSLContext context;
    private volatile Shown shown;
    private volatile Optional<String> problem = Optional.empty();
    private @Nullable String refused;
    private @Nullable SslBundleRegistry web;
    private @Nullable ScheduledExecutorService watch;

    private record Shown(Identity identity, String fingerprint, X509ExtendedKeyManager keys) {

        static Shown of(CertificateFiles.Read read) {
            for (var manager : read.identity().bundle().getManagers().getKeyManagers())
                if (manager instanceof X509ExtendedKeyManager keys)
                    return new Shown(read.identity(), read.fingerprint(), keys);
            throw new IllegalStateException("no key manager for " + read.identity());
        }
    }

    /** @throws TransportException if the files are not a certificate and its key */
    ServerCertificate(CertificateFiles files, InstantSource clock) {
        this.files = files;
        this.clock = clock;
        this.shown = Shown.of(files.read());
        this.context = contextOf(new Newest());
    }

    /** For servers: each handshake shows the newest certificate. */
    public SSLContext context() {
        return context;
    }

    /** What is shown now. Cheap; any thread. */
    public CertificateStatus status() {
        var certificate = shown.identity();
        return new CertificateStatus(
                certificate.hosts(),
                certificate.own().getNotBefore().toInstant(),
                certificate.own().getNotAfter().toInstant(),
                problem);
    }

    synchronized void register(SslBundleRegistry registry) {
        registry.registerBundle(BUNDLE, shown.identity().bundle());
        web = registry;
    }

    /** Looks whether the files have changed. Called twice for one content before it is complained about: it may be half written. */
    synchronized void look() {
        try {
            var read = files.read();
            if (!read.fingerprint().equals(shown.fingerprint())) show(read);
            refused = null;
            problem = Optional.empty();
        } catch (TransportException e) {
            complain(e.getMessage());
        }
    }

    private void show(CertificateFiles.Read read) {
        shown = Shown.of(read);
        if (web != null) web.updateBundle(BUNDLE, read.identity().bundle());
        log.info("A new {} is in use, {}", read.identity(), status().validity());
    }

    private void complain(String sentence) {
        if (sentence.equals(refused) && problem.isEmpty()) {
            problem = Optional.of(sentence);
            log.warn("The certificate on disk has changed and cannot be used, the one before stays: {}", sentence);
        }
        refused = sentence;
    }

    @Override
    public synchronized void start() {
        if (!status().isValidAt(clock.instant()))
            log.warn("The certificate {} is not valid now: {}", files.certificate(), status().validity());
        var thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("certificate-watch").daemon().factory());
        var pause = BETWEEN_LOOKS.toMillis();
        var _ = thread.scheduleWithFixedDelay(this::lookInAnyCase, pause, pause, TimeUnit.MILLISECONDS);
        watch = thread;
    }

    private void lookInAnyCase() {
        try {
            look();
        } catch (RuntimeException e) {
            // Thrown on, it would end the watch for ever.
            log.error("The new certificate could not be taken into use", e);
        }
    }

    @Override
    public synchronized void stop() {
        if (watch != null) watch.shutdownNow();
        watch = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return watch != null;
    }

    private static SSLContext contextOf(KeyManager keys) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {keys}, null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A context cannot change its keys, so it asks for them at each handshake. */
    private final class Newest extends X509ExtendedKeyManager {

        @Override
        public @Nullable String chooseEngineServerAlias(
                String type, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
            return shown.keys().chooseEngineServerAlias(type, issuers, engine);
        }

        @Override
        public @Nullable String chooseServerAlias(
                String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return shown.keys().chooseServerAlias(type, issuers, socket);
        }

        @Override
        public String @Nullable [] getServerAliases(String type, Principal @Nullable [] issuers) {
            return shown.keys().getServerAliases(type, issuers);
        }

        @Override
        public @Nullable String chooseClientAlias(
                String[] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return null;
        }

        @Override
        public String @Nullable [] getClientAliases(String type, Principal @Nullable [] issuers) {
            return null;
        }

        @Override
        public X509Certificate @Nullable [] getCertificateChain(String alias) {
            return shown.keys().getCertificateChain(alias);
        }

        @Override
        public @Nullable PrivateKey getPrivateKey(String alias) {
            return shown.keys().getPrivateKey(alias);
        }
    }
}
