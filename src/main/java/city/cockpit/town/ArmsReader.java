package city.cockpit.town;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Finds out what an uploaded picture really is, whatever its name says, and refuses what could harm a reader. */
public final class ArmsReader {

    public static final int MOST_BYTES = 300_000;
    public static final int MOST_PIXELS = 2_000;

    /** What became of an upload. */
    public sealed interface Verdict {

        record Accepted(ArmsImage image) implements Verdict {}

        record Refused(Problem problem) implements Verdict {}
    }

    /** Why a picture was refused. */
    public enum Problem {
        TOO_HEAVY,
        UNKNOWN_FORMAT,
        BROKEN,
        TOO_MANY_PIXELS,
        /** A document type declaration, which may hold entities. */
        SVG_DOCTYPE,
        /** A script, an event handler, an animation, or HTML inside. */
        SVG_ACTIVE,
        /** It would load something else. */
        SVG_EXTERNAL,
        /** So many parts or copies of copies that drawing it takes long. */
        SVG_TOO_COMPLEX
    }

    private record Size(int width, int height) {}

    private ArmsReader() {}

    /** Never throws; any thread. */
    public static Verdict read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) return new Verdict.Refused(Problem.TOO_HEAVY);
        if (startsWith(bytes, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'))
            return pixels(ArmsImage.Type.PNG, bytes, "png");
        if (startsWith(bytes, 0, 0xff, 0xd8, 0xff)) return pixels(ArmsImage.Type.JPEG, bytes, "jpeg");
        if (startsWith(bytes, 0, 'R', 'I', 'F', 'F') && startsWith(bytes, 8, 'W', 'E', 'B', 'P')) return webp(bytes);
        if (looksLikeXml(bytes)) return svg(bytes);
        return new Verdict.Refused(Problem.UNKNOWN_FORMAT);
    }

    private static Verdict svg(byte[] bytes) {
        return SvgCheck.findProblem(bytes)
                .<Verdict>map(Verdict.Refused::new)
                .orElseGet(() -> new Verdict.Accepted(new ArmsImage(ArmsImage.Type.SVG, bytes)));
    }

    /** Draws it once: what the reader of the JDK can draw is a picture to its end. */
    private static Verdict pixels(ArmsImage.Type type, byte[] bytes, String format) {
        var reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(stream, true, true);
            return sized(type, bytes, drawn(reader));
        } catch (IOException | RuntimeException e) {
            return new Verdict.Refused(Problem.BROKEN);
        } finally {
            reader.dispose();
        }
    }

    private static Size drawn(ImageReader reader) throws IOException {
        var size = new Size(reader.getWidth(0), reader.getHeight(0));
        if (fits(size)) reader.read(0);
        return size;
    }

    private static Verdict webp(byte[] bytes) {
        return sizeOfWebp(bytes)
                .map(size -> sized(ArmsImage.Type.WEBP, bytes, size))
                .orElseGet(() -> new Verdict.Refused(Problem.BROKEN));
    }

    private static Verdict sized(ArmsImage.Type type, byte[] bytes, Size size) {
        return fits(size)
                ? new Verdict.Accepted(new ArmsImage(type, bytes))
                : new Verdict.Refused(Problem.TOO_MANY_PIXELS);
    }

    private static boolean fits(Size size) {
        return size.width > 0 && size.width <= MOST_PIXELS && size.height > 0 && size.height <= MOST_PIXELS;
    }

    /** The JDK does not draw WebP; its header is described in RFC 9649. */
    private static Optional<Size> sizeOfWebp(byte[] bytes) {
        if (bytes.length < 30 || little(bytes, 4, 4) + 8 > bytes.length) return Optional.empty();
        return switch (new String(bytes, 12, 4, StandardCharsets.US_ASCII)) {
            case "VP8 " ->
                startsWith(bytes, 23, 0x9d, 0x01, 0x2a)
                        ? Optional.of(
                                new Size((int) little(bytes, 26, 2) & 0x3fff, (int) little(bytes, 28, 2) & 0x3fff))
                        : Optional.empty();
            case "VP8L" ->
                startsWith(bytes, 20, 0x2f)
                        ? Optional.of(new Size(
                                ((int) little(bytes, 21, 4) & 0x3fff) + 1,
                                ((int) (little(bytes, 21, 4) >> 14) & 0x3fff) + 1))
                        : Optional.empty();
            case "VP8X" -> Optional.of(new Size((int) little(bytes, 24, 3) + 1, (int) little(bytes, 27, 3) + 1));
            default -> Optional.empty();
        };
    }

    private static long little(byte[] bytes, int start, int count) {
        var value = 0L;
        for (var index = count - 1; index >= 0; index--) value = value << 8 | (bytes[start + index] & 0xff);
        return value;
    }

    private static boolean startsWith(byte[] bytes, int at, int... wanted) {
        if (bytes.length < at + wanted.length) return false;
        for (var index = 0; index < wanted.length; index++)
            if ((bytes[at + index] & 0xff) != wanted[index]) return false;
        return true;
    }

    private static boolean looksLikeXml(byte[] bytes) {
        var head = new String(Arrays.copyOf(bytes, Math.min(bytes.length, 200)), StandardCharsets.UTF_8)
                .replace("\ufeff", "")
                .strip();
        return head.startsWith("<");
    }
}
