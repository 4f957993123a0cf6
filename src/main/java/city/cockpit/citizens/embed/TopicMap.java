package city.cockpit.citizens.embed;

import static java.util.function.Predicate.not;

import city.cockpit.basemap.BaseLayer;
import city.cockpit.measurement.Severity;
import city.cockpit.town.Boundary;
import city.cockpit.town.TownProfile;
import city.cockpit.uikit.TileFace;
import city.cockpit.uikit.Wording;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * The places of a topic on a map that needs no script: the town's boundary, the tiles of the background where there is one,
 * and at each place a shape with its value. Where two values would cover each other, the more serious one is written.
 */
final class TopicMap {

    private static final double TILE = 256;
    private static final double SHARE = 0.72;
    private static final double RADIUS = 8;
    private static final double LETTER = 8.8;
    private static final int DEEPEST = 16;

    private final Embed embed;
    private final Wording words;
    private final TownProfile town;
    private final Optional<BaseLayer> background;
    private final double width;
    private final double height;
    private double left;
    private double top;
    private double scale = 1;

    TopicMap(Embed embed, Wording words, TownProfile town, Optional<BaseLayer> background) {
        this.embed = embed;
        this.words = words;
        this.town = town;
        this.background = background;
        this.width = embed.size().pixels();
        this.height = Math.round(width * SHARE);
    }

    static String inCss(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    Element draw(List<PlaceFace> places) {
        var figure = new Element("div");
        if (places.isEmpty()) return figure;
        lookAt(places);
        var svg = figure.appendElement("svg")
                .addClass("map")
                .attr("role", "group")
                .attr("aria-label", words.text("embed.map", words.text("domain." + embed.domain()), town.name()))
                .attr("viewBox", "0 0 %s %s".formatted(number(width), number(height)));
        background.ifPresent(layer -> tiles(svg, layer));
        town.boundary().ifPresent(boundary -> boundary(svg, boundary));
        pins(svg, places);
        background
                .map(BaseLayer::attribution)
                .filter(not(String::isEmpty))
                .ifPresent(whose -> figure.appendElement("p").addClass("soft").text(whose));
        return figure;
    }

    /** As near as all places allow; tiles are there in whole steps only. */
    private void lookAt(List<PlaceFace> places) {
        var xs = places.stream()
                .mapToDouble(place -> x(place.site().longitude()))
                .summaryStatistics();
        var ys =
                places.stream().mapToDouble(place -> y(place.site().latitude())).summaryStatistics();
        var room = 4 * RADIUS;
        var most = Math.min(
                (width - 2 * room - 60) / Math.max(xs.getMax() - xs.getMin(), 1e-9),
                (height - 2 * room) / Math.max(ys.getMax() - ys.getMin(), 1e-9));
        var deepest = background
                .map(BaseLayer::maxZoom)
                .map(zoom -> Math.min(zoom, DEEPEST))
                .orElse(DEEPEST);
        var zoom = Math.clamp(Math.log(most / TILE) / Math.log(2), 0, deepest);
        scale = TILE * Math.pow(2, background.isPresent() ? Math.floor(zoom) : zoom);
        left = (xs.getMin() + xs.getMax()) / 2 * scale - width / 2;
        top = (ys.getMin() + ys.getMax()) / 2 * scale - height / 2;
    }

    /** From 0 to 1 around the world, as the usual grid counts. */
    private static double x(double longitude) {
        return (longitude + 180) / 360;
    }

    private static double y(double latitude) {
        var radians = Math.toRadians(Math.clamp(latitude, -85, 85));
        return (1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2;
    }

    private void tiles(Element svg, BaseLayer layer) {
        var zoom = (int) Math.round(Math.log(scale / TILE) / Math.log(2));
        for (var column = (int) Math.floor(left / TILE); column * TILE < left + width; column++)
            for (var row = (int) Math.floor(top / TILE); row * TILE < top + height; row++)
                svg.appendElement("image")
                        .attr(
                                "href",
                                embed.part().toBase()
                                        + layer.address()
                                                .replace("{z}", String.valueOf(zoom))
                                                .replace("{x}", String.valueOf(column))
                                                .replace("{y}", String.valueOf(row)))
                        .attr("x", number(column * TILE - left))
                        .attr("y", number(row * TILE - top))
                        .attr("width", number(TILE))
                        .attr("height", number(TILE));
    }

    private void boundary(Element svg, Boundary boundary) {
        var path = boundary.areas().stream()
                .flatMap(area -> Stream.concat(Stream.of(area.outer()), area.holes().stream()))
                .map(this::line)
                .collect(Collectors.joining());
        svg.appendElement("path")
                .addClass("boundary")
                .attr("fill-rule", "evenodd")
                .attr("fill-opacity", background.isPresent() ? "0" : "1")
                .attr("d", path);
    }

    private String line(Boundary.Ring ring) {
        return ring.points().stream()
                        .map(point -> number(x(point.longitude()) * scale - left)
                                + " "
                                + number(y(point.latitude()) * scale - top))
                        .collect(Collectors.joining("L", "M", ""))
                + "Z";
    }

    private void pins(Element svg, List<PlaceFace> places) {
        var taken = new ArrayList<Rectangle2D>();
        var pins = places.stream()
                .sorted(Comparator.comparingInt(TopicMap::seriousness).reversed())
                .map(place -> pin(place, taken))
                .toList();
        // What is drawn last lies above.
        pins.reversed().forEach(svg::appendChild);
    }

    private static int seriousness(PlaceFace place) {
        return place.face()
                .band()
                .map(TileFace.Word::severity)
                .map(severity -> switch (severity) {
                    case GOOD -> 1;
                    case NOTICE -> 2;
                    case WARNING -> 3;
                    case ALARM -> 4;
                })
                .orElse(0);
    }

    private Element pin(PlaceFace place, List<Rectangle2D> taken) {
        var face = place.face();
        var at = x(place.site().longitude()) * scale - left;
        var down = y(place.site().latitude()) * scale - top;
        var value = (face.value().orElse("–") + " " + face.unit()).strip();
        var pin = new Element("a")
                .addClass("pin")
                .attr("href", embed.part().toBase() + face.href())
                .attr("target", "_blank")
                .attr("rel", "noopener")
                .attr("aria-label", said(face, value));
        face.band().ifPresent(band -> pin.attr("data-severity", inCss(band.severity())));
        pin.appendElement("title").text(said(face, value));
        var label = room(at, down, value);
        if (label.getMaxX() <= width && taken.stream().noneMatch(label::intersects)) {
            taken.add(label);
            pin.appendElement("rect")
                    .attr("x", number(label.getX()))
                    .attr("y", number(label.getY()))
                    .attr("width", number(label.getWidth()))
                    .attr("height", number(label.getHeight()))
                    .attr("rx", "13");
            pin.appendElement("text")
                    .attr("x", number(at + RADIUS + 6))
                    .attr("y", number(down + 4.5))
                    .text(value);
        }
        pin.appendElement("path").addClass("shape").attr("d", shape(face, at, down));
        return pin;
    }

    private static Rectangle2D room(double at, double down, String value) {
        return new Rectangle2D.Double(at - 13, down - 13, 26 + 6 + LETTER * value.length(), 26);
    }

    private String said(TileFace face, String value) {
        return Stream.of(
                        Optional.of(face.name()),
                        face.band().map(TileFace.Word::text),
                        Optional.of((value + " " + face.caption()).strip()),
                        Optional.of(face.state())
                                .filter(state -> !state.isCurrent())
                                .map(state -> words.text("state." + state)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    /** The same shapes as on the pages: nobody needs the colours. */
    private static String shape(TileFace face, double x, double y) {
        var severity = face.band().map(TileFace.Word::severity);
        if (severity.isEmpty() || severity.get() == Severity.GOOD)
            return "M%s %sa8 8 0 1 0 16 0a8 8 0 1 0-16 0Z".formatted(number(x - RADIUS), number(y));
        var corners = switch (severity.get()) {
            case GOOD, NOTICE -> "m0-9l9 9l-9 9l-9-9Z";
            case WARNING -> "m0-9l9 17h-18Z";
            case ALARM -> "m-8-8h16v16h-16Z";
        };
        return "M%s %s%s".formatted(number(x), number(y), corners);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replaceFirst("\\.0$", "");
    }
}
