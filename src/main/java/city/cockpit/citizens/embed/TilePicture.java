package city.cockpit.citizens.embed;

import static java.util.function.Predicate.not;

import city.cockpit.citizens.embed.Drawing.Painted;
import city.cockpit.label.LabelFont;
import city.cockpit.live.State;
import city.cockpit.measurement.Severity;
import city.cockpit.uikit.TileFace;
import city.cockpit.uikit.TrailPath;
import city.cockpit.uikit.Wording;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws a tile for mails, papers and schools. It cannot grow older before the eyes of its reader, so it names its time. */
final class TilePicture {

    private static final double WIDTH = 340;
    private static final double EDGE = 16;
    private static final double ROOM = WIDTH - 2 * EDGE;
    private static final double LINE_HEIGHT = 40;
    private static final double BOLD = 0.035;
    private static final double SHAPE = 9;
    private static final int MOST_LINES = 3;

    private final Wording words;
    private final String town;
    private final LabelFont font = LabelFont.get();
    private final List<Painted> parts = new ArrayList<>();
    private double y = EDGE;

    private TilePicture(Wording words, String town) {
        this.words = words;
        this.town = town;
    }

    /** @param isWhole with the line of the day and what the value means */
    static Drawing of(TileFace face, String origin, String town, boolean isWhole, Wording words) {
        return new TilePicture(words, town).draw(face, origin, isWhole);
    }

    private Drawing draw(TileFace face, String origin, boolean isWhole) {
        var isCurrent = face.state().isCurrent();
        line(face.name(), 17, true, "ink");
        chips(face);
        value(face, isCurrent ? "ink" : "soft");
        if (isWhole) {
            trail(face.points(), isCurrent ? "accent" : "faint");
            for (var line : wrapped(face.sense(), 13)) line(line, 13, false, "ink");
        }
        var measured =
                face.moment().isEmpty() ? words.text("state.NO_DATA") : words.text("tile.measured-at", face.moment());
        line(measured, 12, false, "soft");
        line(town + " · " + origin, 12, false, "soft");
        var height = y + EDGE - 4;
        var ground = new RoundRectangle2D.Double(0.5, 0.5, WIDTH - 1, height - 1, 24, 24);
        var all = new ArrayList<Painted>();
        all.add(Painted.filled(ground, "card"));
        all.add(Painted.line(ground, "line", 1));
        all.addAll(parts);
        return new Drawing(WIDTH, height, face.name() + ", " + town, said(face, measured, origin), all);
    }

    private String said(TileFace face, String measured, String origin) {
        return Stream.of(
                        face.band().map(TileFace.Word::text).orElse(""),
                        isLive(face) ? "" : words.text("state." + face.state()),
                        face.value()
                                .map(value -> (value + " " + face.unit()).strip() + " " + face.caption())
                                .orElse(""),
                        face.sense(),
                        measured,
                        origin)
                .map(String::strip)
                .filter(not(String::isEmpty))
                .collect(Collectors.joining(". "));
    }

    private static boolean isLive(TileFace face) {
        return face.state() == State.LIVE || face.state() == State.IMPLAUSIBLE;
    }

    private void chips(TileFace face) {
        var x = EDGE;
        if (face.band().isPresent()) {
            var word = face.band().get();
            var role = word.severity().name().toLowerCase(Locale.ROOT);
            x = chip(word.text(), x, role, role + "-paper", Optional.of(word.severity()));
        }
        if (!isLive(face)) x = chip(words.text("state." + face.state()), x, "soft", "none-paper", Optional.empty());
        if (face.doubt().isPresent()) x = chip(face.doubt().get(), x, "soft", "none-paper", Optional.empty());
        if (x == EDGE && !face.usual().isEmpty()) line(face.usual(), 13, false, "ink");
        else if (x > EDGE) y += 32;
    }

    /** Returns where the next one begins. */
    private double chip(String text, double x, String ink, String paper, Optional<Severity> severity) {
        var room = WIDTH - EDGE - x - 36;
        if (room < 30) return x;
        var shown = fitting(text, 13, room);
        var width = font.width(shown, 13) + 34;
        parts.add(Painted.filled(new RoundRectangle2D.Double(x, y + 4, width, 22, 12, 12), paper));
        var middle = y + 15;
        severity.ifPresentOrElse(
                one -> parts.add(Painted.filled(shape(one, x + 9, middle - SHAPE / 2), ink)),
                () -> parts.add(Painted.line(
                        new Ellipse2D.Double(x + 9.5, middle - SHAPE / 2, SHAPE - 1, SHAPE - 1), ink, 1.5)));
        write(shown, x + 25, y + 19.5, 13, true, ink);
        return x + width + 8;
    }

    /** The same shapes as on the pages: nobody needs the colours. */
    private static Shape shape(Severity severity, double x, double top) {
        return switch (severity) {
            case GOOD -> new Ellipse2D.Double(x, top, SHAPE, SHAPE);
            case NOTICE ->
                closed(x + SHAPE / 2, top, x + SHAPE, top + SHAPE / 2, x + SHAPE / 2, top + SHAPE, x, top + SHAPE / 2);
            case WARNING -> closed(x + SHAPE / 2, top, x + SHAPE, top + SHAPE, x, top + SHAPE);
            case ALARM -> closed(x, top, x + SHAPE, top, x + SHAPE, top + SHAPE, x, top + SHAPE);
        };
    }

    private static Shape closed(double... coordinates) {
        var path = new Path2D.Double();
        path.moveTo(coordinates[0], coordinates[1]);
        for (var i = 2; i < coordinates.length; i += 2) path.lineTo(coordinates[i], coordinates[i + 1]);
        path.closePath();
        return path;
    }

    private void value(TileFace face, String ink) {
        var number = plain(face.value().orElse("–"));
        var size = font.width(number, 40) <= ROOM ? 40 : 40 * ROOM / font.width(number, 40);
        y += 42;
        write(number, EDGE, y, size, true, ink);
        var rest = face.value().isEmpty() ? "" : (face.unit() + " " + face.caption()).strip();
        var x = EDGE + font.width(number, size) + 7;
        if (!rest.isEmpty() && WIDTH - EDGE - x > 30)
            write(fitting(rest, 15, WIDTH - EDGE - x), x, y, 15, false, "soft");
        y += 8;
    }

    private void trail(String points, String ink) {
        if (points.isEmpty()) return;
        var step = ROOM / Math.max(1, TrailPath.length(points) - 1);
        var path = new Path2D.Double();
        for (var piece : TrailPath.pieces(points))
            for (var i = 0; i < piece.size(); i++) {
                var x = EDGE + piece.get(i).entry() * step;
                var at = y + 4 + LINE_HEIGHT * (1 - (double) piece.get(i).height() / TrailPath.HEIGHT);
                if (i == 0) path.moveTo(x, at);
                path.lineTo(x, at);
            }
        parts.add(Painted.line(path, ink, 2));
        y += LINE_HEIGHT + 8;
    }

    private void line(String text, double size, boolean bold, String ink) {
        y += size * 1.45;
        write(fitting(text, size, ROOM), EDGE, y - size * 0.35, size, bold, ink);
    }

    /** On a few lines; the last one is cut where it is too long. */
    private List<String> wrapped(String text, double size) {
        var lines = new ArrayList<String>();
        for (var word : plain(text).split(" +", -1)) {
            var longer = lines.isEmpty() ? word : lines.getLast() + " " + word;
            if (lines.isEmpty()) lines.add(word);
            else if (lines.size() == MOST_LINES || font.width(longer, size) <= ROOM)
                lines.set(lines.size() - 1, longer);
            else lines.add(word);
        }
        return text.isEmpty() ? List.of() : lines;
    }

    private void write(String text, double x, double at, double size, boolean bold, String ink) {
        parts.add(new Painted(font.shape(text, x, at, size), ink, true, bold ? size * BOLD : 0));
    }

    private String fitting(String text, double size, double room) {
        var plain = plain(text);
        if (font.width(plain, size) <= room) return plain;
        var end = plain.length();
        while (end > 0 && font.width(plain.substring(0, end).strip() + "…", size) > room) end--;
        return plain.substring(0, end).strip() + "…";
    }

    /** The face has no narrow spaces and no small figures below the line. */
    private String plain(String text) {
        var plain = new StringBuilder();
        text.codePoints()
                .map(sign -> sign == 0x202f || sign == 0xa0 ? ' ' : sign)
                .map(sign -> sign >= 0x2080 && sign <= 0x2089 ? '0' + sign - 0x2080 : sign)
                .forEach(plain::appendCodePoint);
        return font.printable(plain.toString());
    }
}
