package city.cockpit.label;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** One label as SVG, in its real size and with letters as outlines, so that it looks the same wherever it is printed. */
final class StickerSvg implements Pen {

    private static final double STROKE = 0.035;

    private final StringBuilder boxes = new StringBuilder();
    private final StringBuilder drawing = new StringBuilder();

    private StickerSvg() {}

    static String draw(Label label, LabelFormat format) {
        var pen = new StickerSvg();
        try {
            new LabelLayout(format).draw(label, pen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$smm" height="%2$smm" viewBox="0 0 %1$s %2$s">\
                <title>%3$s</title><path fill="#fff" d="M0 0h%1$sv%2$sH0z"/>\
                <path d="%4$s" shape-rendering="crispEdges"/>%5$s</svg>""".formatted(
                        number(format.width()),
                        number(format.height()),
                        escaped(label.name() + " · " + label.address()),
                        pen.boxes,
                        pen.drawing);
    }

    @Override
    public void box(double x, double y, double width, double height) {
        boxes.append("M%s %sh%sv%sh-%sz".formatted(number(x), number(y), number(width), number(height), number(width)));
    }

    @Override
    public void text(double x, double y, double size, boolean bold, String text) throws IOException {
        drawing.append("<path d=\"%s\"%s/>"
                .formatted(
                        LabelFont.get().outlines(text, x, y, size),
                        bold ? " stroke=\"#000\" stroke-width=\"%s\"".formatted(number(size * STROKE)) : ""));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value).replaceFirst("\\.?0+$", "");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
