package city.cockpit.label;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Posters as PDF on A4, with the letters that they need inside. */
final class PosterPdf {

    private static final double LEFT = 22;
    private static final double WIDTH = 210 - 2 * LEFT;
    private static final double CODE = 112;
    private static final double LARGEST_NAME = 20;
    private static final double SMALLEST_NAME = 9;
    private static final int NAME_LINES = 3;
    private static final double LEADING = 1.25;

    private PosterPdf() {}

    /** @param language in which it is written */
    static void write(Poster poster, String title, Locale language, OutputStream out) throws IOException {
        try (var document = new PDDocument();
                var file = LabelFont.file()) {
            document.getDocumentInformation().setTitle(title);
            document.getDocumentCatalog().setLanguage(language.toLanguageTag());
            var font = PDType0Font.load(document, file, true);
            var sheet = new PDPage(PDRectangle.A4);
            document.addPage(sheet);
            try (var page = new PDPageContentStream(document, sheet)) {
                draw(poster, new SheetPdf(page, font, LEFT, 0));
            }
            document.save(out);
        }
    }

    private static void draw(Poster poster, Pen pen) throws IOException {
        var font = LabelFont.get();
        var y = line(poster.town(), 24, 7, false, pen);
        var name = font.printable(poster.place());
        var size = LARGEST_NAME;
        while (size > SMALLEST_NAME && !LabelLayout.fits(name, size, WIDTH, NAME_LINES)) size--;
        for (var part : LabelLayout.wrapped(name, size, WIDTH, NAME_LINES)) y = line(part, y, size, true, pen);
        if (!poster.district().isEmpty()) y = line(poster.district(), y, 7, false, pen);
        y = line(poster.heading(), y + 5, 6, true, pen);
        for (var part :
                LabelLayout.wrapped(font.printable(String.join(" · ", poster.measured())), 6, WIDTH, NAME_LINES))
            y = line(part, y, 6, false, pen);
        var top = Math.min(y + 4, 297 - 46 - CODE);
        LabelLayout.code(poster.address(), (WIDTH - CODE) / 2, top, CODE, pen);
        var below = line(poster.invitation(), top + CODE + 2, 8, true, pen);
        below = line(poster.promise(), below, 6, false, pen);
        line(poster.address().replaceFirst("^https?://", ""), below + 1, 5, false, pen);
    }

    /** Returns where the next line begins; what finds no room is written smaller. */
    private static double line(String text, double y, double size, boolean bold, Pen pen) throws IOException {
        var font = LabelFont.get();
        var shown = font.printable(text);
        var fitting = Math.min(size, size * WIDTH / Math.max(WIDTH, font.width(shown, size)));
        pen.text(0, y + size * 0.9, fitting, bold, shown);
        return y + size * LEADING;
    }
}
