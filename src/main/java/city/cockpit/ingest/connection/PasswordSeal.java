package city.cockpit.ingest.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.cockpit.secret.Secrets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.crypto.codec.Hex;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Encrypts passwords (AES-256 in GCM mode) with a key that is not in the database. A sealed password opens for the broker
 * and the user it was typed for only, so that whoever can write to the table cannot have it sent elsewhere. Any thread.
 * See src/docs/decisions/0028-connections-while-running.md.
 */
@Component
class PasswordSeal {

    private static final int SALT_BYTES = 16;
    private static final char END = '\0';

    private final Supplier<String> key;

    PasswordSeal(ConnectionSettings settings) {
        var given = settings.ingest().connectionKey();
        key = SingletonSupplier.of(
                () -> given.isBlank() ? new Secrets(settings.data()).secret(Secrets.CONNECTIONS) : given);
    }

    String seal(String password, Wish wish) {
        var salt = KeyGenerators.secureRandom(SALT_BYTES).generateKey();
        var encrypted = encryptor(salt).encrypt((purpose(wish) + password).getBytes(UTF_8));
        var all = Arrays.copyOf(salt, SALT_BYTES + encrypted.length);
        System.arraycopy(encrypted, 0, all, SALT_BYTES, encrypted.length);
        return Base64.getEncoder().encodeToString(all);
    }

    /** The password; empty if it was sealed with another key, or for another broker or user. */
    Optional<String> open(String sealed, Wish wish) {
        try {
            var all = Base64.getDecoder().decode(sealed);
            if (all.length <= SALT_BYTES) return Optional.empty();
            var encrypted = Arrays.copyOfRange(all, SALT_BYTES, all.length);
            var text = new String(encryptor(Arrays.copyOf(all, SALT_BYTES)).decrypt(encrypted), UTF_8);
            var purpose = purpose(wish);
            return text.startsWith(purpose) ? Optional.of(text.substring(purpose.length())) : Optional.empty();
        } catch (IllegalStateException | IllegalArgumentException e) {
            // What a cipher says about what it could not open helps nobody.
            return Optional.empty();
        }
    }

    private BytesEncryptor encryptor(byte[] salt) {
        return AesGcmBytesEncryptor.withPassword(key.get(), new String(Hex.encode(salt)))
                .build();
    }

    private static String purpose(Wish wish) {
        return wish.address() + END + wish.username() + END;
    }
}
