package city.cockpit.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.cockpit.town.BoundaryReader.Problem;
import city.cockpit.town.BoundaryReader.Verdict;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundaryReaderTests {

    /** With the clock, so it has to be turned; about 2.2 km from south to north and 1.4 km from west to east. */
    private static final String RING = "[[9.7,50.86],[9.7,50.88],[9.72,50.88],[9.72,50.86],[9.7,50.86]]";

    private static final String HOLE = "[[9.705,50.865],[9.71,50.865],[9.71,50.87],[9.705,50.865]]";
    private static final String POLYGON = "{\"type\":\"Polygon\",\"coordinates\":[" + RING + "]}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                POLYGON,
                "{\"type\":\"MultiPolygon\",\"coordinates\":[[" + RING + "]]}",
                "{\"type\":\"Feature\",\"properties\":{\"name\":\"Stadt\"},\"geometry\":" + POLYGON + "}",
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\","
                        + "\"coordinates\":[9.7,50.8]}},{\"type\":\"Feature\",\"geometry\":" + POLYGON + "}]}"
            })
    void everyUsualFormOfGeoJsonGivesTheSameBoundary(String text) {
        var boundary = accepted(text);
        assertThat(boundary.toGeoJson())
                .isEqualTo("{\"type\":\"MultiPolygon\",\"coordinates\":[[[[9.7,50.86],[9.72,50.86],[9.72,50.88],"
                        + "[9.7,50.88],[9.7,50.86]]]]}");
        assertThat(boundary.squareKilometers()).isCloseTo(3.12, within(0.02));
        assertThat(boundary.points()).isEqualTo(5);
        assertThat(accepted(boundary.toGeoJson())).isEqualTo(boundary);
    }

    @Test
    void aHoleIsNotPartOfTheTown() {
        var whole = accepted(POLYGON);
        var holed = accepted("{\"type\":\"Polygon\",\"coordinates\":[" + RING + "," + HOLE + "]}");
        assertThat(holed.squareKilometers()).isLessThan(whole.squareKilometers());
        assertThat(holed.toPath(100)).startsWith("M").endsWith("Z").contains("ZM");
    }

    @Test
    void pointsCloserThanTenCentimetresAreOne() {
        var text = POLYGON.replace("[9.7,50.88]", "[9.70000001,50.88,120.5],[9.70000002,50.88]");
        assertThat(accepted(text)).isEqualTo(accepted(POLYGON));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello | NOT_JSON",
                "'' | NO_AREA",
                "{\"type\":\"Polygon\" | NOT_JSON",
                "{} | NO_AREA",
                "[1,2] | NO_AREA",
                "null | NO_AREA",
                "{\"type\":\"Polygon\",\"coordinates\":[]} | NO_AREA",
                "{\"type\":\"LineString\",\"coordinates\":[[9.7,50.8],[9.8,50.9]]} | NO_AREA",
                "{\"type\":\"Polygon\",\"coordinates\":[[[9.7,50.86],[9.7,50.88],[9.72,50.88],[9.72,50.86]]]} | RING_OPEN",
                "{\"type\":\"Polygon\",\"coordinates\":[[[9.7,50.86],[9.7,50.88],[9.7,50.86]]]} | RING_SHORT",
                "{\"type\":\"Polygon\",\"coordinates\":[[[9.7,50.86],[9.7,50.86]]]} | RING_SHORT",
                "{\"type\":\"Polygon\",\"coordinates\":[[[9.7],[9.7,50.88]]]} | NOT_A_POSITION",
                "{\"type\":\"Polygon\",\"coordinates\":[[[\"9.7\",50.8],[9.7,50.88]]]} | NOT_A_POSITION",
                "{\"type\":\"Polygon\",\"coordinates\":[[9.7,50.8]]} | NOT_A_POSITION",
                "{\"type\":\"Polygon\",\"coordinates\":[[[549000,5636000],[550000,5636000]]]} | PROJECTED",
                "{\"type\":\"Polygon\",\"coordinates\":[[[9.7,500],[9.8,501]]]} | SWAPPED",
                "{\"type\":\"Polygon\",\"coordinates\":[[[1e999,50]]]} | PROJECTED",
                "{\"type\":\"Polygon\",\"coordinates\":[[[50.86,9.7],[50.88,9.7],[50.88,9.72],[50.86,9.7]]]} | SWAPPED"
            })
    void whatIsWrongIsNamed(String text, Problem problem) {
        assertThat(BoundaryReader.read(text)).isEqualTo(new Verdict.Refused(problem));
    }

    @Test
    void tooMuchIsRefused() {
        var many = IntStream.rangeClosed(0, Boundary.MOST_POINTS)
                .mapToObj(index -> "[%d.%d,50]".formatted(index % 9, 10 + index % 89))
                .collect(Collectors.joining(","));
        assertThat(BoundaryReader.read("{\"type\":\"Polygon\",\"coordinates\":[[" + many + "]]}"))
                .isEqualTo(new Verdict.Refused(Problem.TOO_MANY_POINTS));
        assertThat(BoundaryReader.read(" ".repeat(1_000_001))).isEqualTo(new Verdict.Refused(Problem.TOO_LONG));
        assertThat(BoundaryReader.read("[".repeat(5_000) + "]".repeat(5_000)))
                .isEqualTo(new Verdict.Refused(Problem.NOT_JSON));
    }

    private static Boundary accepted(String text) {
        return ((Verdict.Accepted) BoundaryReader.read(text)).boundary();
    }
}
