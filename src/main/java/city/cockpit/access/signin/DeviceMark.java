package city.cockpit.access.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.cockpit.access.SignInName;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * What a device keeps of a successful sign-in: a random number, when, and a seal over both and the name. The name itself
 * is not in it, so whoever reads it does not learn who works at the device.
 *
 * @param madeAt seconds since 1970
 */
record DeviceMark(String device, long madeAt, String seal) {

    private static final Pattern FORM = Pattern.compile("([0-9a-f]{32})\\.([0-9]{1,12})\\.([A-Za-z0-9_-]{43})");
    private static final SecureRandom RANDOM = new SecureRandom();

    static DeviceMark of(SignInName name, Instant now, SecretKey key) {
        var device = new byte[16];
        RANDOM.nextBytes(device);
        var number = HexFormat.of().formatHex(device);
        return new DeviceMark(number, now.getEpochSecond(), seal(number, now.getEpochSecond(), name, key));
    }

    /** Empty if it is not even the form of one; whether the seal is good is another question. */
    static Optional<DeviceMark> parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) return Optional.empty();
        return Optional.of(new DeviceMark(parts.group(1), Long.parseLong(parts.group(2)), parts.group(3)));
    }

    boolean isOf(SignInName name, SecretKey key) {
        return MessageDigest.isEqual(
                seal.getBytes(UTF_8), seal(device, madeAt, name, key).getBytes(UTF_8));
    }

    private static String seal(String device, long madeAt, SignInName name, SecretKey key) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            var sealed = mac.doFinal(
                    "%s %d %s".formatted(device, madeAt, name.value()).getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return device + "." + madeAt + "." + seal;
    }
}
