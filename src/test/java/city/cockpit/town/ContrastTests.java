package city.cockpit.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContrastTests {

    @ParameterizedTest
    @CsvSource({
        "#000000, #ffffff, 21",
        "#777777, #ffffff, 4.48",
        "#767676, #ffffff, 4.54",
        "#ff0000, #ffffff, 4.00",
        "#0000ff, #ffffff, 8.59",
        "#ffff00, #ffffff, 1.07",
        "#0b5c8a, #0b5c8a, 1"
    })
    void knownPairsHaveTheirKnownRatio(HexColor one, HexColor other, double ratio) {
        assertThat(Contrast.ratio(one, other)).isCloseTo(ratio, within(0.005));
        assertThat(Contrast.ratio(other, one)).isEqualTo(Contrast.ratio(one, other));
    }

    @Test
    void theColoursOfTheDesignCanBeRead() {
        assertThat(Accent.DEFAULT.isReadable()).isTrue();
    }

    /** Else the form would judge colours on a paper that no page has. */
    @Test
    void thePapersAreThoseOfTheStyleSheet() throws IOException {
        var css = Files.readString(Path.of("frontend/public/cockpit.css")).replace("#fff,", "#ffffff,");
        assertThat(css)
                .contains("--paper: light-dark(%s, %s);"
                        .formatted(Paper.LIGHT.page().value(), Paper.DARK.page().value()))
                .contains("--card: light-dark(%s, %s);"
                        .formatted(Paper.LIGHT.card().value(), Paper.DARK.card().value()))
                .contains(Accent.DEFAULT.light().value(), Accent.DEFAULT.dark().value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"#ffd500", "#ff0000", "#00a0e3", "#ffffff", "#000000", "#808080", "#0b5c8a"})
    void everyColourHasAReadableShadeOnEveryPaper(String value) {
        var color = new HexColor(value);
        for (var paper : Paper.values())
            assertThat(paper.contrast(paper.readable(color, Contrast.TEXT))).isGreaterThanOrEqualTo(Contrast.TEXT);
        var onLight = Paper.LIGHT.readable(color, Contrast.TEXT);
        assertThat(Accent.of(onLight).isReadable()).isTrue();
        assertThat(Accent.of(onLight).isDerived()).isTrue();
    }

    @Test
    void aColourThatCanBeReadStaysAsItIs() {
        assertThat(Paper.LIGHT.readable(Accent.DEFAULT.light(), Contrast.TEXT)).isEqualTo(Accent.DEFAULT.light());
    }

    @Test
    void aYellowOnLightPaperIsTooWeak() {
        assertThat(Accent.of(new HexColor("#ffd500")).isReadable()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"'#0B5C8A', #0b5c8a", "' 0b5c8a ', #0b5c8a", "#abc, #aabbcc", "abc, #aabbcc"})
    void peopleTypeColoursInManyWays(String typed, String value) {
        assertThat(HexColor.find(typed)).contains(new HexColor(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#", "blau", "#12345", "#1234567", "rgb(1,2,3)", "#0b5c8a;}body{", "#0b5c8\u00e4"})
    void whatIsNoColourIsNone(String typed) {
        assertThat(HexColor.find(typed)).isEmpty();
    }
}
