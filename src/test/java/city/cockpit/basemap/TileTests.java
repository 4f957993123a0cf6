package city.cockpit.basemap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileTests {

    @Test
    void aTileKnowsItsPlace() {
        assertThat(new Tile(0, 0, 0).box()).isEqualTo("-20037508.3428,-20037508.3428,20037508.3428,20037508.3428");
        var fulda = new Tile(12, 2158, 1374);
        assertThat(fulda.box()).isEqualTo("1076233.3583,6584591.3646,1086017.2979,6594375.3042");
        assertThat(fulda.west()).isBetween(9.66, 9.67);
        assertThat(fulda.south()).isBetween(50.79, 50.80);
        assertThat(fulda.north()).isBetween(50.84, 50.86);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, true",
        "22, 4194303, 4194303, true",
        "23, 0, 0, false",
        "1, 2, 0, false",
        "1, 0, 2, false",
        "-1, 0, 0, false",
        "1, -1, 0, false",
        "12, 99999999999999999999, 0, false",
        "1.5, 0, 0, false",
        "'', 0, 0, false",
        "٣, 0, 0, false"
    })
    void onlyTilesOfTheGridExist(String zoom, String x, String y, boolean exists) {
        assertThat(Tile.find(zoom, x, y).isPresent()).isEqualTo(exists);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                       | P1D",
                "max-age=7200             | PT2H",
                "public, max-age=7200     | PT2H",
                "max-age=60               | PT1H",
                "max-age=99999999         | P7D",
                "no-store                 | PT1H",
                "s-maxage=5               | P1D",
                "max-age=-1               | P1D"
            })
    void aServiceSaysHowLongATileIsKeptWithinBounds(String header, Duration fresh) {
        assertThat(Freshness.of(header)).isEqualTo(fresh);
    }
}
