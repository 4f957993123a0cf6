package city.cockpit.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.live.Trail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrailLineTests {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void aPartOfAWholeIsDrawnFromZeroToTheWhole() {
        assertThat(TrailLine.upTo(200, ends(0.0, 100.0, 200.0), MINUTE)).endsWith(",0,50,100");
    }

    @Test
    void moreThanTheWholeStaysInsideThePicture() {
        assertThat(TrailLine.upTo(200, ends(300.0), MINUTE)).endsWith(",100");
    }

    @Test
    void aLineFillsTheHeightBetweenItsLowestAndHighestValue() {
        assertThat(TrailLine.between(1, ends(20.0, 25.0, 30.0), MINUTE)).endsWith(",0,50,100");
    }

    @Test
    void noiseOfTheLastDigitDoesNotLookLikeAMountain() {
        assertThat(TrailLine.between(10, ends(20.0, 21.0, 20.0), MINUTE)).endsWith(",45,55,45");
    }

    @Test
    void aQuarterWithoutReadingsBreaksTheLine() {
        assertThat(TrailLine.between(1, ends(0.0, null, 10.0), MINUTE)).endsWith(",0,,100");
    }

    @Test
    void anHourlySensorHasALineAndNotFourDotsADay() {
        var hourly = ends(0.0, null, null, null, 10.0, null);
        assertThat(TrailLine.between(1, hourly, Duration.ofHours(1))).endsWith(",0,~,~,~,100,");
    }

    @Test
    void aDayWithoutValuesIsNoLine() {
        assertThat(TrailLine.between(1, ends(), MINUTE)).isEmpty();
        assertThat(TrailLine.upTo(100, ends(), MINUTE)).isEmpty();
    }

    @Test
    void everyQuarterHasItsPlace() {
        assertThat(TrailLine.between(1, ends(1.0), MINUTE).split(",", -1)).hasSize(Trail.LENGTH);
    }

    /** A day whose last quarters have these values. */
    private static Trail ends(@Nullable Double... last) {
        var means = new ArrayList<OptionalDouble>();
        for (var i = last.length; i < Trail.LENGTH; i++) means.add(OptionalDouble.empty());
        for (var value : last) means.add(value == null ? OptionalDouble.empty() : OptionalDouble.of(value));
        return new Trail(Instant.EPOCH, List.copyOf(means));
    }
}
