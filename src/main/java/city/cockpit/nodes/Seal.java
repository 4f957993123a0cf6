package city.cockpit.nodes;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Proves that a message comes from a node of this installation: only they know the secret. Any thread. */
final class Seal {

    static final int SECRET_BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SEAL_BYTES = 32;

    private final SecretKeySpec secret;

    Seal(byte[] secret) {
        if (secret.length != SECRET_BYTES)
            throw new IllegalArgumentException("a secret of " + secret.length + " bytes");
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /** The content with the seal behind it. */
    byte[] seal(ByteBuffer content) {
        var sealed = ByteBuffer.allocate(content.remaining() + SEAL_BYTES).put(content.duplicate());
        return sealed.put(code(content)).array();
    }

    /** The content, if the seal is ours and unbroken. */
    Optional<ByteBuffer> open(byte[] sealed) {
        if (sealed.length <= SEAL_BYTES) return Optional.empty();
        var content = ByteBuffer.wrap(sealed, 0, sealed.length - SEAL_BYTES).slice();
        var seal = new byte[SEAL_BYTES];
        ByteBuffer.wrap(sealed, sealed.length - SEAL_BYTES, SEAL_BYTES).get(seal);
        return MessageDigest.isEqual(code(content.duplicate()), seal) ? Optional.of(content) : Optional.empty();
    }

    private byte[] code(ByteBuffer content) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update(content);
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
