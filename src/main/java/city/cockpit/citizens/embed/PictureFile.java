package city.cockpit.citizens.embed;

import city.cockpit.citizens.embed.Drawing.Painted;
import city.cockpit.citizens.embed.Palette.Shades;
import city.cockpit.label.LabelFont;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.jsoup.nodes.Entities;

/** Writes a drawing as a file that any program shows. */
final class PictureFile {

    private static final int SHORT_COLOR = 4;

    private final Palette palette;
    private final Theme theme;
    private final int pixels;

    /** @param pixels how wide it is */
    PictureFile(Palette palette, Theme theme, int pixels) {
        this.palette = palette;
        this.theme = theme;
        this.pixels = pixels;
    }

    /** For letters that should follow the paper of the reader. */
    String svg(Drawing drawing) {
        var roles =
                drawing.parts().stream().map(Painted::role).distinct().sorted().toList();
        var style = roles.stream()
                .map(role -> ".%s{color:%s}".formatted(role, theme == Theme.DARK ? of(role).dark() : of(role).light()))
                .collect(Collectors.joining());
        var dark = roles.stream()
                .map(role -> ".%s{color:%s}".formatted(role, of(role).dark()))
                .collect(Collectors.joining());
        return """
                <svg xmlns="http://www.w3.org/2000/svg" role="img" width="%d" height="%d" viewBox="0 0 %s %s">\
                <title>%s</title><desc>%s</desc><style>%s%s</style>%s</svg>""".formatted(
                        pixels,
                        height(drawing),
                        number(drawing.width()),
                        number(drawing.height()),
                        Entities.escape(drawing.title()),
                        Entities.escape(drawing.words()),
                        style,
                        theme == Theme.AUTO ? "@media(prefers-color-scheme:dark){" + dark + "}" : "",
                        drawing.parts().stream().map(PictureFile::path).collect(Collectors.joining()));
    }

    private static String path(Painted part) {
        var line = part.stroke() == 0
                ? ""
                : " stroke=\"currentColor\" stroke-width=\"%s\" stroke-linecap=\"round\" stroke-linejoin=\"round\""
                        .formatted(number(part.stroke()));
        return "<path class=\"%s\" fill=\"%s\"%s d=\"%s\"/>"
                .formatted(
                        part.role(), part.isFilled() ? "currentColor" : "none", line, LabelFont.svg(part.shape(), 2));
    }

    /** What follows nobody's wishes lies on light paper. */
    byte[] png(Drawing drawing) {
        var image = new BufferedImage(pixels, height(drawing), BufferedImage.TYPE_INT_ARGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.scale(pixels / drawing.width(), pixels / drawing.width());
        for (var part : drawing.parts()) {
            pen.setColor(color(
                    theme == Theme.DARK
                            ? of(part.role()).dark()
                            : of(part.role()).light()));
            if (part.isFilled()) pen.fill(part.shape());
            if (part.stroke() > 0) {
                pen.setStroke(new BasicStroke((float) part.stroke(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                pen.draw(part.shape());
            }
        }
        pen.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private int height(Drawing drawing) {
        return (int) Math.ceil(drawing.height() * pixels / drawing.width());
    }

    private Shades of(String role) {
        return palette.of(role);
    }

    private static Color color(String hex) {
        return Color.decode(hex.length() == SHORT_COLOR ? hex.replaceAll("([0-9a-f])", "$1$1") : hex);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replaceFirst("\\.?0+$", "");
    }
}
