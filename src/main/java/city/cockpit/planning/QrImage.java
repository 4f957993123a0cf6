package city.cockpit.planning;

import io.nayuki.qrcodegen.QrCode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;

/** An address as a QR code, dark on light as every camera reads it. */
final class QrImage {

    /** Modules of quiet ground around it, as the standard wants. */
    private static final int BORDER = 4;

    private static final int PIXELS = 12;
    private static final int LIGHT = 0xFFFFFF;

    private QrImage() {}

    static String svg(String text) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var size = code.size + 2 * BORDER;
        var path = new StringBuilder();
        for (var y = 0; y < code.size; y++)
            for (var x = 0; x < code.size; x++)
                if (code.getModule(x, y)) path.append("M%d,%dh1v1h-1z".formatted(x + BORDER, y + BORDER));
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" shape-rendering="crispEdges">\
                <path fill="#fff" d="M0,0h%dv%dh-%dz"/><path fill="#000" d="%s"/></svg>""".formatted(size, size, size, size, size, path);
    }

    static void png(String text, OutputStream out) throws IOException {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var size = (code.size + 2 * BORDER) * PIXELS;
        var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < size; y++)
            for (var x = 0; x < size; x++)
                image.setRGB(x, y, code.getModule(x / PIXELS - BORDER, y / PIXELS - BORDER) ? 0 : LIGHT);
        ImageIO.write(image, "png", out);
    }
}
