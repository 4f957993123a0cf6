package city.cockpit.label;

import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Labels on sheets of A4 as PDF, with the letters that it needs inside. */
final class SheetPdf implements Pen {

    private static final float POINTS = 72 / 25.4f;
    private static final float STROKE = 0.035f;
    private static final float CUT = 0.1f;
    private static final Color FAINT = new Color(0xbbbbbb);

    private final PDPageContentStream page;
    private final PDFont font;
    private final double left;
    private final double top;

    /**
     * @param left where everything begins, in millimetres from the left edge of the sheet
     * @param top the same from the upper edge
     */
    SheetPdf(PDPageContentStream page, PDFont font, double left, double top) {
        this.page = page;
        this.font = font;
        this.left = left;
        this.top = top;
    }

    /** @param start position of the first label on the first sheet, from 1 */
    static void write(List<Label> labels, LabelFormat format, int start, String title, OutputStream out)
            throws IOException {
        try (var document = new PDDocument();
                var file = LabelFont.file()) {
            document.getDocumentInformation().setTitle(title);
            var font = PDType0Font.load(document, file, true);
            for (var sheet = 0; sheet < Math.max(1, format.sheets(labels.size(), start)); sheet++)
                add(document, font, labels, format, sheet * format.perSheet() - start + 1);
            document.save(out);
        }
    }

    /** @param first number of the label at the first position; negative while positions stay empty */
    private static void add(PDDocument document, PDFont font, List<Label> labels, LabelFormat format, int first)
            throws IOException {
        var sheet = new PDPage(PDRectangle.A4);
        document.addPage(sheet);
        try (var page = new PDPageContentStream(document, sheet)) {
            for (var position = 0; position < format.perSheet(); position++) {
                var number = first + position;
                if (number < 0 || number >= labels.size()) continue;
                var pen = new SheetPdf(page, font, format.x(position), format.y(position));
                if (format.isToBeCut()) pen.cutLine(format);
                new LabelLayout(format).draw(labels.get(number), pen);
            }
        }
    }

    private void cutLine(LabelFormat format) throws IOException {
        page.setStrokingColor(FAINT);
        page.setLineWidth(CUT * POINTS);
        page.addRect(x(0), y(format.height()), (float) format.width() * POINTS, (float) format.height() * POINTS);
        page.stroke();
        page.setStrokingColor(Color.BLACK);
    }

    @Override
    public void box(double x, double y, double width, double height) throws IOException {
        page.addRect(x(x), y(y + height), (float) width * POINTS, (float) height * POINTS);
        page.fill();
    }

    @Override
    public void text(double x, double y, double size, boolean bold, String text) throws IOException {
        var points = (float) size * POINTS;
        page.beginText();
        page.setFont(font, points);
        page.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        page.setLineWidth(points * STROKE);
        page.newLineAtOffset(x(x), y(y));
        page.showText(text);
        page.endText();
    }

    private float x(double millimetres) {
        return (float) (left + millimetres) * POINTS;
    }

    /** PDF counts from below. */
    private float y(double millimetres) {
        return PDRectangle.A4.getHeight() - (float) (top + millimetres) * POINTS;
    }
}
