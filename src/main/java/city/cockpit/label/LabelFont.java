package city.cockpit.label;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The one face of all that the server draws, labels and pictures: Liberation Sans (SIL Open Font License), which comes with
 * the library that writes PDF. It needs no fonts on the machine. Any thread.
 */
public final class LabelFont {

    private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final class Loaded {
        private static final LabelFont FONT = load();
    }

    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final double unitsPerEm;

    private LabelFont(TrueTypeFont font) throws IOException {
        this.font = font;
        this.glyphs = font.getUnicodeCmapLookup();
        this.unitsPerEm = font.getUnitsPerEm();
    }

    public static LabelFont get() {
        return Loaded.FONT;
    }

    private static LabelFont load() {
        try (var file = file()) {
            return new LabelFont(new TTFParser().parse(new RandomAccessReadBuffer(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The face as a file, to be closed by the caller. */
    static InputStream file() {
        var file = PDDocument.class.getResourceAsStream(FILE);
        if (file == null) throw new IllegalStateException("the face of the labels is missing: " + FILE);
        return file;
    }

    /** The text with a question mark for each sign that the face lacks. */
    public synchronized String printable(String text) {
        var printable = new StringBuilder();
        text.strip().codePoints().forEach(sign -> printable.appendCodePoint(glyphs.getGlyphId(sign) == 0 ? '?' : sign));
        return printable.toString();
    }

    /** In the unit of the size. */
    public synchronized double width(String text, double size) {
        try {
            var units = 0.0;
            for (var sign : text.codePoints().toArray()) units += font.getAdvanceWidth(glyphs.getGlyphId(sign));
            return units * size / unitsPerEm;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The outlines as a path of SVG. */
    String outlines(String text, double x, double y, double size) {
        return svg(shape(text, x, y, size), 3);
    }

    /**
     * The outlines of the letters.
     *
     * @param y of the line that they stand on; below is more
     */
    public synchronized Path2D shape(String text, double x, double y, double size) {
        var scale = size / unitsPerEm;
        var shape = new Path2D.Double();
        var from = x;
        try {
            for (var sign : text.codePoints().toArray()) {
                var glyph = glyphs.getGlyphId(sign);
                var data = font.getGlyph().getGlyph(glyph);
                if (data != null) {
                    var place = AffineTransform.getTranslateInstance(from, y);
                    place.scale(scale, -scale);
                    shape.append(data.getPath().getPathIterator(place), false);
                }
                from += font.getAdvanceWidth(glyph) * scale;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return shape;
    }

    /** Any outline as a path of SVG, with so many decimals. */
    public static String svg(Shape shape, int decimals) {
        var path = new StringBuilder();
        append(shape.getPathIterator(null), path, "%." + decimals + "f");
        return path.toString();
    }

    private static void append(PathIterator outline, StringBuilder path, String number) {
        var at = new double[6];
        for (; !outline.isDone(); outline.next())
            switch (outline.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> append(path, 'M', at, 2, number);
                case PathIterator.SEG_LINETO -> append(path, 'L', at, 2, number);
                case PathIterator.SEG_QUADTO -> append(path, 'Q', at, 4, number);
                case PathIterator.SEG_CUBICTO -> append(path, 'C', at, 6, number);
                default -> path.append('Z');
            }
    }

    private static void append(StringBuilder path, char command, double[] numbers, int count, String number) {
        path.append(command);
        for (var i = 0; i < count; i++)
            path.append(i == 0 ? "" : " ").append(String.format(Locale.ROOT, number, numbers[i]));
    }
}
