package city.cockpit.screens;

import io.nayuki.qrcodegen.QrCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What the camera of a telephone sees that is held on a QR code. */
final class FilmedCode {

    private FilmedCode() {}

    /** A still picture of the code, as a camera would see it: 640 by 480 grey points, a few times. */
    static void film(Path file, String text) throws IOException {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var width = 640;
        var height = 480;
        var grey = new byte[width * height];
        Arrays.fill(grey, (byte) 200);
        var point = 8;
        var left = (width - code.size * point) / 2;
        var top = (height - code.size * point) / 2;
        for (var y = 0; y < code.size * point; y++)
            for (var x = 0; x < code.size * point; x++)
                if (code.getModule(x / point, y / point)) grey[(top + y) * width + left + x] = 16;
        var colour = new byte[width * height / 2];
        Arrays.fill(colour, (byte) 128);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write("YUV4MPEG2 W640 H480 F10:1 Ip A1:1 C420\n".getBytes(StandardCharsets.US_ASCII));
            for (var frame = 0; frame < 4; frame++) {
                out.write("FRAME\n".getBytes(StandardCharsets.US_ASCII));
                out.write(grey);
                out.write(colour);
            }
        }
    }
}
