package city.cockpit.registry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/** The parts of picture files: what draws the picture stays, what tells of the camera and its owner goes. */
final class PhotoBytes {

    private static final int START_OF_SCAN = 0xDA;
    private static final int EXIF = 0xE1;
    private static final int COMMENT = 0xFE;
    private static final int ORIENTATION = 0x0112;

    /** Of PNG; the rest of what may be left out is about colours. */
    private static final Set<String> TALKATIVE = Set.of("eXIf", "tEXt", "zTXt", "iTXt", "tIME");

    private PhotoBytes() {}

    static String mediaType(byte[] bytes) {
        if (begins(bytes, 0, 0xFF, 0xD8, 0xFF)) return "image/jpeg";
        if (begins(bytes, 0, 0x89, 'P', 'N', 'G')) return "image/png";
        if (begins(bytes, 0, 'R', 'I', 'F', 'F') && begins(bytes, 8, 'W', 'E', 'B', 'P')) return "image/webp";
        throw new IllegalArgumentException("neither JPEG nor PNG nor WebP");
    }

    private static boolean begins(byte[] bytes, int from, int... signs) {
        if (bytes.length < from + signs.length) return false;
        for (var i = 0; i < signs.length; i++) if ((bytes[from + i] & 0xFF) != signs[i]) return false;
        return true;
    }

    static byte[] withoutTraces(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        var out = new ByteArrayOutputStream(bytes.length);
        try {
            switch (mediaType(bytes)) {
                case "image/jpeg" -> jpeg(in, out);
                case "image/png" -> png(in, out);
                default -> webp(in.order(ByteOrder.LITTLE_ENDIAN), out);
            }
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new IllegalArgumentException("a broken picture", e);
        }
        return out.toByteArray();
    }

    private static byte[] take(ByteBuffer in, int length) {
        if (length < 0 || length > in.remaining()) throw new BufferUnderflowException();
        var part = new byte[length];
        in.get(part);
        return part;
    }

    /** Segments up to the picture itself; how the telephone was held stays. */
    private static void jpeg(ByteBuffer in, ByteArrayOutputStream out) {
        out.writeBytes(take(in, 2));
        while (true) {
            if ((in.get() & 0xFF) != 0xFF) throw new IllegalArgumentException("no segment");
            var marker = in.get() & 0xFF;
            if (marker == START_OF_SCAN) {
                out.write(0xFF);
                out.write(marker);
                out.writeBytes(take(in, in.remaining()));
                return;
            }
            var length = in.getShort() & 0xFFFF;
            var content = take(in, length - 2);
            if (marker == EXIF) {
                var orientation = orientation(content);
                if (orientation > 1) out.writeBytes(onlyOrientation(orientation));
            } else if (marker != COMMENT && (marker < 0xE2 || marker > 0xEF || marker == 0xEE)) {
                out.write(0xFF);
                out.write(marker);
                out.write(length >> 8);
                out.write(length & 0xFF);
                out.writeBytes(content);
            }
        }
    }

    /** From 1, upright, to 8; 0 if it is not told. */
    private static int orientation(byte[] exif) {
        if (!begins(exif, 0, 'E', 'x', 'i', 'f', 0, 0)) return 0;
        try {
            var tiff = ByteBuffer.wrap(exif, 6, exif.length - 6).slice();
            if (tiff.get(0) == 'I') tiff.order(ByteOrder.LITTLE_ENDIAN);
            tiff.position(tiff.getInt(4));
            for (var left = tiff.getShort() & 0xFFFF; left > 0; left--) {
                var tag = tiff.getShort() & 0xFFFF;
                tiff.position(tiff.position() + 6);
                var value = tiff.getShort();
                tiff.getShort();
                if (tag == ORIENTATION) return value >= 1 && value <= 8 ? value : 0;
            }
            return 0;
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException _) {
            return 0;
        }
    }

    private static byte[] onlyOrientation(int orientation) {
        return ByteBuffer.allocate(36)
                .putShort((short) 0xFFE1)
                .putShort((short) 34)
                .put("Exif\0\0MM\0*".getBytes(ISO_8859_1))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) ORIENTATION)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }

    private static void png(ByteBuffer in, ByteArrayOutputStream out) {
        out.writeBytes(take(in, 8));
        while (in.hasRemaining()) {
            in.mark();
            var length = in.getInt();
            var type = new String(take(in, 4), ISO_8859_1);
            in.reset();
            if (length < 0) throw new IllegalArgumentException("no chunk");
            var chunk = take(in, Math.addExact(length, 12));
            if (!TALKATIVE.contains(type)) out.writeBytes(chunk);
            if (type.equals("IEND")) return;
        }
    }

    /** The container says at its begin how long it is and what is in it. */
    private static void webp(ByteBuffer in, ByteArrayOutputStream out) {
        take(in, 12);
        var kept = new ByteArrayOutputStream();
        while (in.remaining() >= 8) {
            var type = take(in, 4);
            var length = in.getInt();
            var content = take(in, Math.addExact(length, length & 1));
            var name = new String(type, ISO_8859_1);
            if (name.equals("EXIF") || name.equals("XMP ")) continue;
            // Neither of them is there any more.
            if (name.equals("VP8X") && content.length > 0) content[0] &= ~0x0C;
            kept.writeBytes(type);
            kept.writeBytes(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(length)
                    .array());
            kept.writeBytes(content);
        }
        out.writeBytes("RIFF".getBytes(ISO_8859_1));
        out.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(kept.size() + 4)
                .array());
        out.writeBytes("WEBP".getBytes(ISO_8859_1));
        out.writeBytes(kept.toByteArray());
    }
}
