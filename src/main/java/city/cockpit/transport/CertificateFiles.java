package city.cockpit.transport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemContent;

/**
 * A certificate and its key where they lie.
 *
 * @param certificate absolute
 * @param key absolute
 */
record CertificateFiles(Path certificate, Path key) {

    /**
     * What was read from both at one moment.
     *
     * @param fingerprint differs as soon as one of the files does
     */
    record Read(Identity identity, String fingerprint) {}

    /** @throws TransportException if they are not a certificate and the key that belongs to it */
    Read read() {
        var certificateBytes = bytes(certificate, "certificate", "--tls-cert (cockpit.tls.certificate)");
        var keyBytes = bytes(key, "key", "--tls-key (cockpit.tls.key)");
        var identity = new Identity(chain(certificateBytes), privateKey(keyBytes));
        if (!belongTogether(identity))
            throw new TransportException(
                    "The key %s does not belong to the certificate %s: set --tls-cert and --tls-key to a pair."
                            .formatted(key, certificate));
        return new Read(identity, fingerprint(certificateBytes, keyBytes));
    }

    private static byte[] bytes(Path file, String name, String setting) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new TransportException(
                    "The %s %s cannot be read: set %s to a file that the cockpit may read."
                            .formatted(name, file, setting),
                    e);
        }
    }

    private List<X509Certificate> chain(byte[] pem) {
        try {
            var chain = content(pem).getCertificates();
            if (chain != null && !chain.isEmpty()) return chain;
        } catch (IOException | IllegalStateException | IllegalArgumentException e) {
            throw noCertificate(e);
        }
        throw noCertificate(null);
    }

    private TransportException noCertificate(@Nullable Exception cause) {
        var sentence =
                "The file %s holds no certificate in PEM form (BEGIN CERTIFICATE): check --tls-cert (cockpit.tls.certificate)."
                        .formatted(certificate);
        return cause == null ? new TransportException(sentence) : new TransportException(sentence, cause);
    }

    private PrivateKey privateKey(byte[] pem) {
        try {
            var found = content(pem).getPrivateKey();
            if (found != null) return found;
        } catch (IOException | IllegalStateException | IllegalArgumentException e) {
            // What a parser says about a key it could not read may quote it.
        }
        throw new TransportException(
                "The file %s holds no private key in PEM form without a password: check --tls-key (cockpit.tls.key)."
                        .formatted(key));
    }

    private static PemContent content(byte[] pem) throws IOException {
        return PemContent.load(new ByteArrayInputStream(pem));
    }

    /** What the key signs, the certificate must confirm. */
    private static boolean belongTogether(Identity identity) {
        var sample = new byte[32];
        new SecureRandom().nextBytes(sample);
        try {
            var signature = Signature.getInstance(signatureOf(identity.key()));
            signature.initSign(identity.key());
            signature.update(sample);
            var signed = signature.sign();
            signature.initVerify(identity.own().getPublicKey());
            signature.update(sample);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static String signatureOf(PrivateKey key) {
        return switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
    }

    private static String fingerprint(byte[] certificate, byte[] key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(certificate);
            return HexFormat.of().formatHex(digest.digest(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
