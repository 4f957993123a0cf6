package city.cockpit.screens;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.ImageIO;

/** A photo as telephones take it: large, and with where it was taken and by which telephone. */
final class TelephonePhoto {

    static final int WIDTH = 3000;
    static final String TELEPHONE = "Telefon von Toni";

    private TelephonePhoto() {}

    static byte[] taken() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(WIDTH, 2000, BufferedImage.TYPE_INT_RGB), "jpg", out);
        var picture = out.toByteArray();
        var exif = exif();
        return ByteBuffer.allocate(picture.length + exif.length)
                .put(picture, 0, 2)
                .put(exif)
                .put(picture, 2, picture.length - 2)
                .array();
    }

    /** Two directories: the telephone and where to find the place; the place, 50° 52' 12" north. */
    private static byte[] exif() {
        var place = 8 + 2 + 2 * 12 + 4;
        var degrees = place + 2 + 2 * 12 + 4;
        var model = degrees + 3 * 8;
        var length = 2 + 6 + model + TELEPHONE.length() + 1;
        var segment = ByteBuffer.allocate(2 + length)
                .putShort((short) 0xFFE1)
                .putShort((short) length)
                .put("Exif\0\0MM\0*".getBytes(ISO_8859_1))
                .putInt(8);
        segment.putShort((short) 2);
        entry(segment, 0x0110, 2, TELEPHONE.length() + 1, model);
        entry(segment, 0x8825, 4, 1, place);
        segment.putInt(0).putShort((short) 2);
        entry(segment, 0x0001, 2, 2, 'N' << 24);
        entry(segment, 0x0002, 5, 3, degrees);
        segment.putInt(0);
        for (var part : new int[] {50, 52, 12}) segment.putInt(part).putInt(1);
        return segment.put((TELEPHONE + "\0").getBytes(ISO_8859_1)).array();
    }

    private static void entry(ByteBuffer segment, int tag, int type, int count, int value) {
        segment.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }
}
