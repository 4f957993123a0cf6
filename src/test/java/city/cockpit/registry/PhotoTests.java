package city.cockpit.registry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** A technician takes a photo of a sensor; where and with which telephone stays with the technician. */
class PhotoTests {

    private static byte[] drawn(String format) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 4, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    /** With a segment of EXIF that tells how the telephone was held, and more. */
    private static byte[] taken(int orientation) throws IOException {
        var picture = drawn("jpg");
        var exif = ByteBuffer.allocate(60)
                .putShort((short) 0xFFE1)
                .putShort((short) 58)
                .put("Exif\0\0MM\0*".getBytes(ISO_8859_1))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .put("Telefon von Toni".getBytes(ISO_8859_1))
                .array();
        return ByteBuffer.allocate(picture.length + exif.length)
                .put(picture, 0, 2)
                .put(exif)
                .put(picture, 2, picture.length - 2)
                .array();
    }

    @Test
    void whoseTelephoneItWasIsForgottenAndHowItWasHeldIsNot() throws IOException {
        var kept = Photo.of(taken(6));
        assertThat(kept.mediaType()).isEqualTo("image/jpeg");
        assertThat(new String(kept.bytes(), ISO_8859_1))
                .contains("Exif\0\0MM")
                .doesNotContain("Telefon")
                .hasSize(drawn("jpg").length + 36);
        assertThat(ImageIO.read(new ByteArrayInputStream(kept.bytes())).getWidth())
                .isEqualTo(8);
        assertThat(Photo.of(kept.bytes())).as("once more").isEqualTo(kept);
    }

    @Test
    void anUprightPictureKeepsNothingButThePicture() throws IOException {
        assertThat(Photo.of(taken(1)).bytes()).isEqualTo(drawn("jpg"));
        assertThat(Photo.of(drawn("png")).bytes()).isEqualTo(drawn("png"));
    }

    @Test
    void textsInAPictureGo() throws IOException {
        var picture = drawn("png");
        var text = ByteBuffer.allocate(12 + 7)
                .putInt(7)
                .put("tEXt".getBytes(ISO_8859_1))
                .put("By\0Toni".getBytes(ISO_8859_1))
                .putInt(0)
                .array();
        var end = picture.length - 12;
        var signed = ByteBuffer.allocate(picture.length + text.length)
                .put(picture, 0, end)
                .put(text)
                .put(picture, end, 12)
                .array();
        assertThat(Photo.of(signed).bytes()).isEqualTo(picture);
    }

    @Test
    void whatIsNoPictureOrABrokenOneIsRefused() throws IOException {
        assertThatIllegalArgumentException().isThrownBy(() -> Photo.of("<svg/>".getBytes(ISO_8859_1)));
        assertThatIllegalArgumentException().isThrownBy(() -> Photo.of(new byte[Photo.MOST_BYTES + 1]));
        var picture = taken(6);
        for (var length = 0; length < 40; length++) {
            var part = Arrays.copyOf(picture, length);
            assertThatIllegalArgumentException().isThrownBy(() -> Photo.of(part));
        }
    }
}
