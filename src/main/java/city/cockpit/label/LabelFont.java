package city.cockpit.label;

import java.awt.geom.AffineTransform;
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
 * The one face of all labels: Liberation Sans (SIL Open Font License), which comes with the library that writes PDF. Any
 * thread.
 */
final class LabelFont {

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

    static LabelFont get() {
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
    synchronized String printable(String text) {
        var printable = new StringBuilder();
        text.strip().codePoints().forEach(sign -> printable.appendCodePoint(glyphs.getGlyphId(sign) == 0 ? '?' : sign));
        return printable.toString();
    }

    /** In the unit of the size. */
    synchronized double width(String text, double size) {
        try {
            var units = 0.0;
            for (var sign : text.codePoints().toArray()) units += font.getAdvanceWidth(glyphs.getGlyphId(sign));
            return units * size / unitsPerEm;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The outlines as a path of SVG. */
    synchronized String outlines(String text, double x, double y, double size) throws IOException {
        var scale = size / unitsPerEm;
        var path = new StringBuilder();
        var from = x;
        for (var sign : text.codePoints().toArray()) {
            var glyph = glyphs.getGlyphId(sign);
            var data = font.getGlyph().getGlyph(glyph);
            if (data != null) {
                var place = AffineTransform.getTranslateInstance(from, y);
                place.scale(scale, -scale);
                append(data.getPath().getPathIterator(place), path);
            }
            from += font.getAdvanceWidth(glyph) * scale;
        }
        return path.toString();
    }

    private static void append(PathIterator outline, StringBuilder path) {
        var at = new double[6];
        for (; !outline.isDone(); outline.next())
            switch (outline.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> append(path, 'M', at, 2);
                case PathIterator.SEG_LINETO -> append(path, 'L', at, 2);
                case PathIterator.SEG_QUADTO -> append(path, 'Q', at, 4);
                case PathIterator.SEG_CUBICTO -> append(path, 'C', at, 6);
                default -> path.append('Z');
            }
    }

    private static void append(StringBuilder path, char command, double[] numbers, int count) {
        path.append(command);
        for (var i = 0; i < count; i++)
            path.append(i == 0 ? "" : " ").append(String.format(Locale.ROOT, "%.3f", numbers[i]));
    }
}
