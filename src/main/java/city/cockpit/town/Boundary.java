package city.cockpit.town;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the town ends, in degrees of WGS 84: one area or several, each with its holes.
 *
 * @param areas not empty
 */
public record Boundary(List<Area> areas) {

    public static final int MOST_POINTS = 20_000;

    /** Length of a degree along a meridian. */
    private static final double KILOMETERS = 111.195;

    /** A point of the boundary. */
    public record Point(double longitude, double latitude) {
        public Point {
            if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90))
                throw new IllegalArgumentException("no place on earth: " + longitude + " " + latitude);
        }
    }

    /** A closed line: at least four points, the last is the first again. */
    public record Ring(List<Point> points) {
        public Ring {
            points = List.copyOf(points);
            if (points.size() < 4 || !points.getFirst().equals(points.getLast()))
                throw new IllegalArgumentException("not a closed line of " + points.size() + " points");
        }

        /** In square kilometres, positive when it runs against the clock. */
        double signedArea() {
            var middle = points.stream().mapToDouble(Point::latitude).average().orElseThrow();
            var sum = 0.0;
            for (var index = 1; index < points.size(); index++) {
                var from = points.get(index - 1);
                var to = points.get(index);
                sum += from.longitude * to.latitude - to.longitude * from.latitude;
            }
            return sum / 2 * KILOMETERS * KILOMETERS * Math.cos(Math.toRadians(middle));
        }

        /** Whether a line from the point to the east crosses this one an odd number of times. */
        boolean encloses(double latitude, double longitude) {
            var inside = false;
            for (var index = 1; index < points.size(); index++) {
                var from = points.get(index - 1);
                var to = points.get(index);
                if (from.latitude > latitude == to.latitude > latitude) continue;
                var share = (latitude - from.latitude) / (to.latitude - from.latitude);
                if (longitude < from.longitude + share * (to.longitude - from.longitude)) inside = !inside;
            }
            return inside;
        }

        /** The same line, against the clock or with it. */
        Ring turned(boolean againstTheClock) {
            return signedArea() > 0 == againstTheClock ? this : new Ring(points.reversed());
        }
    }

    /** An outer line, against the clock, and the holes in it, with the clock (RFC 7946). */
    public record Area(Ring outer, List<Ring> holes) {
        public Area {
            outer = outer.turned(true);
            holes = holes.stream().map(hole -> hole.turned(false)).toList();
        }

        double squareKilometers() {
            return outer.signedArea()
                    + holes.stream().mapToDouble(Ring::signedArea).sum();
        }

        /** Whether the point lies in it and in none of its holes. */
        boolean contains(double latitude, double longitude) {
            return outer.encloses(latitude, longitude)
                    && holes.stream().noneMatch(hole -> hole.encloses(latitude, longitude));
        }

        private Stream<Ring> rings() {
            return Stream.concat(Stream.of(outer), holes.stream());
        }
    }

    public Boundary {
        areas = List.copyOf(areas);
        if (areas.isEmpty() || points(areas) > MOST_POINTS)
            throw new IllegalArgumentException("not a boundary: %d areas".formatted(areas.size()));
    }

    public int points() {
        return points(areas);
    }

    /** Whether the place lies in the town. */
    public boolean contains(double latitude, double longitude) {
        return areas.stream().anyMatch(area -> area.contains(latitude, longitude));
    }

    /** About the size of the town. */
    public double squareKilometers() {
        return areas.stream().mapToDouble(Area::squareKilometers).sum();
    }

    /** A geometry of the type MultiPolygon (RFC 7946). */
    public String toGeoJson() {
        return areas.stream()
                .map(area -> area.rings().map(Boundary::json).collect(Collectors.joining(",", "[", "]")))
                .collect(Collectors.joining(",", "{\"type\":\"MultiPolygon\",\"coordinates\":[", "]}"));
    }

    /** The outline as data of an SVG path, north up, in a square of that size. */
    public String toPath(double size) {
        var all = areas.stream()
                .flatMap(Area::rings)
                .flatMap(ring -> ring.points.stream())
                .toList();
        var west = all.stream().mapToDouble(Point::longitude).min().orElseThrow();
        var east = all.stream().mapToDouble(Point::longitude).max().orElseThrow();
        var south = all.stream().mapToDouble(Point::latitude).min().orElseThrow();
        var north = all.stream().mapToDouble(Point::latitude).max().orElseThrow();
        var squeeze = Math.cos(Math.toRadians((south + north) / 2));
        var scale = size / Math.max(Math.max((east - west) * squeeze, north - south), 1e-9);
        return areas.stream()
                .flatMap(Area::rings)
                .map(ring -> ring.points.stream()
                        .map(point -> String.format(
                                Locale.ROOT,
                                "%.1f %.1f",
                                (point.longitude - west) * squeeze * scale,
                                (north - point.latitude) * scale))
                        .collect(Collectors.joining("L", "M", "Z")))
                .collect(Collectors.joining());
    }

    private static int points(List<Area> areas) {
        return areas.stream()
                .flatMap(Area::rings)
                .mapToInt(ring -> ring.points.size())
                .sum();
    }

    private static String json(Ring ring) {
        return ring.points.stream()
                .map(point -> "[" + plain(point.longitude) + "," + plain(point.latitude) + "]")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String plain(double degrees) {
        return BigDecimal.valueOf(degrees).stripTrailingZeros().toPlainString();
    }
}
