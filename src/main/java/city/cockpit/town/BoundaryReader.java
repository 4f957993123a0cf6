package city.cockpit.town;

import city.cockpit.town.Boundary.Area;
import city.cockpit.town.Boundary.Point;
import city.cockpit.town.Boundary.Ring;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a boundary from GeoJSON (RFC 7946): a Polygon, a MultiPolygon, or a Feature or FeatureCollection of such. Points
 * are rounded to about ten centimetres.
 */
public final class BoundaryReader {

    public static final int MOST_CHARACTERS = 1_000_000;

    /** What became of a text. */
    public sealed interface Verdict {

        record Accepted(Boundary boundary) implements Verdict {}

        record Refused(Problem problem) implements Verdict {}
    }

    /** Why a text was refused. */
    public enum Problem {
        TOO_LONG,
        NOT_JSON,
        /** There is no area in it, only points or lines, or it is no GeoJSON at all. */
        NO_AREA,
        NOT_A_POSITION,
        RING_OPEN,
        RING_SHORT,
        TOO_MANY_POINTS,
        /** Numbers in metres of a projection, such as UTM. */
        PROJECTED,
        /** Latitude stands before longitude. */
        SWAPPED
    }

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(MOST_CHARACTERS)
                            .maxNestingDepth(20)
                            .maxNumberLength(40)
                            .maxStringLength(10_000)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1;

        private final Problem problem;

        RefusedException(Problem problem) {
            super(problem.name(), null, false, false);
            this.problem = problem;
        }
    }

    private int points;

    private BoundaryReader() {}

    /** Never throws; any thread. */
    public static Verdict read(String text) {
        if (text.length() > MOST_CHARACTERS) return new Verdict.Refused(Problem.TOO_LONG);
        try {
            return new Verdict.Accepted(new BoundaryReader().boundary(JSON.readTree(text)));
        } catch (JacksonException e) {
            return new Verdict.Refused(Problem.NOT_JSON);
        } catch (RefusedException e) {
            return new Verdict.Refused(e.problem);
        }
    }

    /** A boundary that was kept; throws {@link IllegalStateException} if it is none. */
    static Boundary ofKept(String geoJson) {
        return switch (read(geoJson)) {
            case Verdict.Accepted(var boundary) -> boundary;
            case Verdict.Refused(var problem) ->
                throw new IllegalStateException("The boundary in the database is no boundary: " + problem);
        };
    }

    private Boundary boundary(JsonNode root) throws RefusedException {
        var areas = new ArrayList<Area>();
        collect(root, areas);
        if (areas.isEmpty()) throw new RefusedException(Problem.NO_AREA);
        if (areas.stream().allMatch(BoundaryReader::isSwapped)) throw new RefusedException(Problem.SWAPPED);
        return new Boundary(areas);
    }

    private void collect(JsonNode node, List<Area> areas) throws RefusedException {
        switch (node.path("type").asString("")) {
            case "FeatureCollection" -> {
                for (var feature : node.path("features")) collect(feature, areas);
            }
            case "Feature" -> collect(node.path("geometry"), areas);
            case "GeometryCollection" -> {
                for (var geometry : node.path("geometries")) collect(geometry, areas);
            }
            case "Polygon" -> areas.add(area(node.path("coordinates")));
            case "MultiPolygon" -> {
                for (var polygon : node.path("coordinates")) areas.add(area(polygon));
            }
            default -> {}
        }
    }

    private Area area(JsonNode polygon) throws RefusedException {
        var rings = new ArrayList<Ring>();
        for (var ring : polygon) rings.add(ring(ring));
        if (rings.isEmpty()) throw new RefusedException(Problem.NO_AREA);
        return new Area(rings.getFirst(), rings.subList(1, rings.size()));
    }

    private Ring ring(JsonNode positions) throws RefusedException {
        var ring = new ArrayList<Point>();
        for (var position : positions) {
            var next = point(position);
            if (ring.isEmpty() || !ring.getLast().equals(next)) ring.add(next);
            if (++points > Boundary.MOST_POINTS) throw new RefusedException(Problem.TOO_MANY_POINTS);
        }
        if (ring.size() < 3) throw new RefusedException(Problem.RING_SHORT);
        if (!ring.getFirst().equals(ring.getLast())) throw new RefusedException(Problem.RING_OPEN);
        if (ring.size() < 4) throw new RefusedException(Problem.RING_SHORT);
        return new Ring(ring);
    }

    private static Point point(JsonNode position) throws RefusedException {
        if (!position.path(0).isNumber() || !position.path(1).isNumber())
            throw new RefusedException(Problem.NOT_A_POSITION);
        var longitude = rounded(position.path(0).doubleValue());
        var latitude = rounded(position.path(1).doubleValue());
        if (Math.abs(longitude) > 180) throw new RefusedException(Problem.PROJECTED);
        if (Math.abs(latitude) > 90)
            throw new RefusedException(Math.abs(longitude) <= 90 ? Problem.SWAPPED : Problem.PROJECTED);
        return new Point(longitude, latitude);
    }

    private static double rounded(double degrees) {
        return Math.rint(degrees * 1e6) / 1e6;
    }

    /** Read the other way round it lies in or around Germany, and as it is it lies in the sea off Somalia. */
    private static boolean isSwapped(Area area) {
        return area.outer().points().stream()
                .allMatch(point -> Stream.of(point)
                        .anyMatch(place -> place.longitude() >= 45
                                && place.longitude() <= 56
                                && place.latitude() >= 5
                                && place.latitude() <= 18));
    }
}
