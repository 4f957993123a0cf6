package city.cockpit.basemap;

import java.time.Duration;
import java.util.HexFormat;

/**
 * A tile as it is handed on. The bytes belong to it alone: nobody changes them.
 *
 * @param type {@code image/png}, {@code image/jpeg} or {@code image/webp}, and the bytes begin like one
 * @param fresh how long it may be handed on
 * @param tag changes with the bytes
 */
record Image(String type, Bytes bytes, Duration fresh, String tag) {

    /** Bytes that are equal only to themselves. */
    static final class Bytes {

        private final byte[] content;

        Bytes(byte[] content) {
            this.content = content;
        }

        int size() {
            return content.length;
        }

        byte[] content() {
            return content;
        }
    }

    /** Whether the bytes are such an image and no page or program that calls itself one. */
    static boolean looksLike(String type, byte[] content) {
        return switch (type) {
            case "image/png" -> begins(content, 0, "89504e470d0a1a0a");
            case "image/jpeg" -> begins(content, 0, "ffd8ff");
            case "image/webp" -> begins(content, 0, "52494646") && begins(content, 8, "57454250");
            default -> false;
        };
    }

    private static boolean begins(byte[] content, int at, String hex) {
        var wanted = HexFormat.of().parseHex(hex);
        if (content.length < at + wanted.length) return false;
        for (var i = 0; i < wanted.length; i++) if (content[at + i] != wanted[i]) return false;
        return true;
    }
}
