package city.cockpit.town;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;

/** The town's coat of arms as a picture that {@link ArmsReader} found harmless. Immutable; equal if the bytes are. */
public final class ArmsImage {

    /** What browsers draw. */
    public enum Type {
        SVG("image/svg+xml"),
        PNG("image/png"),
        JPEG("image/jpeg"),
        WEBP("image/webp");

        private final String mediaType;

        Type(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }

        /** The type with that name on the net; throws {@link IllegalArgumentException} if there is none. */
        static Type of(String mediaType) {
            return Arrays.stream(values())
                    .filter(type -> type.mediaType.equals(mediaType))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("not a kind of picture: " + mediaType));
        }
    }

    private static final ArmsImage NEUTRAL = loadNeutral();

    private final Type type;
    private final byte[] bytes;
    private final String key;

    ArmsImage(Type type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes.clone();
        this.key = HexFormat.of().formatHex(digest(bytes), 0, 8);
    }

    /** Arms of no town, drawn by ourselves. */
    public static ArmsImage neutral() {
        return NEUTRAL;
    }

    public Type type() {
        return type;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** Names these bytes and no others: 16 hexadecimal digits. */
    public String key() {
        return key;
    }

    /** Where a browser gets it once it is saved; without a slash in front. */
    public String path() {
        return "town/arms/" + key;
    }

    /** The picture inside an address, for a page that shows it before it is saved. */
    public String dataAddress() {
        return "data:" + type.mediaType() + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ArmsImage image && image.type == type && image.key.equals(key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return type + " " + key;
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static ArmsImage loadNeutral() {
        try (var file =
                Objects.requireNonNull(ArmsImage.class.getResourceAsStream("arms.svg"), "arms.svg is missing")) {
            return new ArmsImage(Type.SVG, file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
