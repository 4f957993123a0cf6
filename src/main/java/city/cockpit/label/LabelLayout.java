package city.cockpit.label;

import io.nayuki.qrcodegen.QrCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Where everything stands on a label: the code on the left with quiet ground around it, the words beside it. */
final class LabelLayout {

    /** Modules of quiet ground, as the standard wants. */
    private static final int QUIET = 4;

    /** The height for which the sizes below are made. */
    private static final double USUAL_HEIGHT = 36;

    private static final double LARGEST = 1.5;
    private static final double SMALLEST = 0.7;
    private static final double TOWN = 2.6;
    private static final double NAME = 4.3;
    private static final double SMALLEST_NAME = 0.6;
    private static final int MOST_LINES = 3;
    private static final double PLACE = 2.9;
    private static final double INVITATION = 3.0;
    private static final double ADDRESS = 2.4;
    private static final double LEADING = 1.25;
    private static final double WIDEST_CODE = 0.52;

    private final LabelFormat format;
    private final LabelFont font = LabelFont.get();
    private final double scale;

    LabelLayout(LabelFormat format) {
        this.format = format;
        scale = Math.clamp(format.height() / USUAL_HEIGHT, SMALLEST, LARGEST);
    }

    void draw(Label label, Pen pen) throws IOException {
        var side = Math.min(format.height() - 1, WIDEST_CODE * format.width());
        code(label.address(), format.inset(), (format.height() - side) / 2, side, pen);
        var x = format.inset() + side;
        words(label, x, format.width() - x - Math.max(1.5, 2 * format.inset()), pen);
    }

    /** Half of it may be dirty or scratched away. */
    static void code(String address, double x, double y, double side, Pen pen) throws IOException {
        var code = QrCode.encodeText(address, QrCode.Ecc.QUARTILE);
        var module = side / (code.size + 2 * QUIET);
        for (var row = 0; row < code.size; row++)
            for (int from = 0, to; from < code.size; from = to + 1) {
                to = from;
                while (to < code.size && code.getModule(to, row)) to++;
                if (to > from)
                    pen.box(x + (from + QUIET) * module, y + (row + QUIET) * module, (to - from) * module, module);
            }
    }

    private void words(Label label, double x, double width, Pen pen) throws IOException {
        var y = format.height() * 0.09;
        y = line(label.town(), x, y, TOWN * scale, width, false, pen);
        var name = font.printable(label.name());
        var large = sizeOfName(name, width);
        for (var part : wrapped(name, large, width, MOST_LINES)) y = line(part, x, y, large, width, true, pen);
        line(label.place(), x, y, PLACE * scale, width, false, pen);
        var bottom = format.height() * 0.93;
        var address = address(label.address(), width);
        for (var i = address.size() - 1; i >= 0; i--) {
            var size = fitting(address.get(i), ADDRESS * scale, width);
            pen.text(x, bottom, size, false, address.get(i));
            bottom -= ADDRESS * scale * LEADING;
        }
        var invitation = font.printable(label.invitation());
        if (!invitation.isEmpty())
            pen.text(x, bottom - 0.4 * scale, fitting(invitation, INVITATION * scale, width), true, invitation);
    }

    /** Returns where the next line begins. */
    private double line(String text, double x, double y, double size, double width, boolean bold, Pen pen)
            throws IOException {
        var shown = shortened(font.printable(text), size, width);
        if (shown.isEmpty()) return y;
        pen.text(x, y + size * 0.9, size, bold, shown);
        return y + size * LEADING;
    }

    /** Without the scheme; on two lines where it is long. */
    private List<String> address(String address, double width) {
        var plain = font.printable(address.replaceFirst("^https?://", ""));
        if (font.width(plain, ADDRESS * scale) <= width) return List.of(plain);
        var slash = plain.lastIndexOf("/s/");
        return slash <= 0 ? List.of(plain) : List.of(plain.substring(0, slash), plain.substring(slash));
    }

    /** What must not be cut is written smaller. */
    private double fitting(String text, double size, double width) {
        return Math.min(size, size * width / Math.max(width, font.width(text, size)));
    }

    private String shortened(String text, double size, double width) {
        if (font.width(text, size) <= width) return text;
        var end = text.length();
        while (end > 0 && font.width(text.substring(0, end).strip() + "…", size) > width) end--;
        return text.substring(0, end).strip() + "…";
    }

    /** As large as it may be, so that it finds room; at the least it is cut. */
    private double sizeOfName(String name, double width) {
        for (var size = NAME * scale; size > SMALLEST_NAME * NAME * scale; size -= NAME * scale / 20) {
            var current = size;
            if (fits(name, current, width, MOST_LINES)) return current;
        }
        return SMALLEST_NAME * NAME * scale;
    }

    /** Whether no line of it is too long. */
    static boolean fits(String text, double size, double width, int most) {
        return wrapped(text, size, width, most).stream()
                .allMatch(line -> LabelFont.get().width(line, size) <= width);
    }

    /** On a few lines; the last one may be too long. */
    static List<String> wrapped(String text, double size, double width, int most) {
        var font = LabelFont.get();
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : text.split(" +", -1)) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (line.isEmpty() || lines.size() == most - 1 || font.width(longer, size) <= width) line = longer;
            else {
                lines.add(line);
                line = word;
            }
        }
        lines.add(line);
        return lines;
    }
}
