package city.cockpit.sitefacts;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.sitefacts.OpeningHours.Standing;
import city.cockpit.sitefacts.OpeningHours.Standing.Closed;
import city.cockpit.sitefacts.OpeningHours.Standing.Open;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningHoursTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static OpeningHours hours(String text) {
        return OpeningHours.find(text).orElseThrow();
    }

    private static Instant inBerlin(String time) {
        return LocalDateTime.parse(time).atZone(BERLIN).toInstant();
    }

    private static Standing standing(String text, String time) {
        return hours(text).at(inBerlin(time), BERLIN);
    }

    private static Standing openUntil(String time) {
        return new Open(Optional.of(inBerlin(time)));
    }

    private static Standing closedUntil(String time) {
        return new Closed(Optional.of(inBerlin(time)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "24/7|24/7",
                "00:00-24:00|24/7",
                "Mo-Fr 06:00-22:00|Mo-Fr 06:00-22:00",
                "Mo,Tu,We 8:00-12:30,14:00-18:00|Mo-We 08:00-12:30,14:00-18:00",
                "Mo-Su 08:00-20:00; Su off|Mo-Sa 08:00-20:00",
                "Fr-Mo 18:00-02:00|Mo 18:00-02:00; Fr-Su 18:00-02:00",
                "Mo-Fr 08:00-18:00; PH off|Mo-Fr 08:00-18:00; PH off",
                "Mo-Fr,PH 08:00-18:00|Mo-Fr 08:00-18:00; PH 08:00-18:00",
                "off|Mo-Su off"
            })
    void whatMapsSayIsReadAndWrittenAgain(String text, String again) {
        assertThat(hours(text).notation()).isEqualTo(again);
        assertThat(hours(again)).isEqualTo(hours(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Mo",
                "Montag 8-18",
                "Mo-Fr 8-18",
                "Mo-Fr 25:00-26:00",
                "Mo-Fr 08:60-18:00",
                "Mo-Fr 08:00-18:00,17:00-19:00",
                "Mo-Xx 08:00-18:00",
                "Mo-We-Fr 08:00-18:00",
                "sunrise-sunset",
                "Jan-Mar Mo-Fr 08:00-18:00",
                "Mo-Fr 08:00-18:00;"
            })
    void whatItDoesNotUnderstandItDoesNotGuess(String text) {
        assertThat(OpeningHours.find(text)).isEmpty();
    }

    @Test
    void itIsOpenUntilTheHourAndClosedFromThen() {
        var hours = "Mo-Fr 06:00-22:00; Sa 08:00-12:00";
        assertThat(standing(hours, "2026-05-21T12:00")).isEqualTo(openUntil("2026-05-21T22:00"));
        assertThat(standing(hours, "2026-05-21T22:00")).isEqualTo(closedUntil("2026-05-22T06:00"));
        assertThat(standing(hours, "2026-05-23T12:30")).isEqualTo(closedUntil("2026-05-25T06:00"));
        assertThat(standing(hours, "2026-05-21T05:59:59")).isEqualTo(closedUntil("2026-05-21T06:00"));
    }

    @Test
    void aNightBelongsToTheDayOnWhichItBegan() {
        assertThat(standing("Fr 20:00-03:00", "2026-05-23T02:30")).isEqualTo(openUntil("2026-05-23T03:00"));
        assertThat(standing("Fr 20:00-03:00", "2026-05-24T02:30")).isEqualTo(closedUntil("2026-05-29T20:00"));
    }

    @Test
    void midnightIsNoEndWhereItGoesOn() {
        assertThat(standing("Mo-Su 00:00-24:00", "2026-05-21T12:00")).isEqualTo(new Open(Optional.empty()));
        assertThat(standing("Mo-Fr 00:00-24:00", "2026-05-21T12:00")).isEqualTo(openUntil("2026-05-23T00:00"));
        assertThat(standing("off", "2026-05-21T12:00")).isEqualTo(new Closed(Optional.empty()));
    }

    @Test
    void onTheNightsWhenTheClocksChangeTheClockOnTheWallCounts() {
        var spring = (Open) standing("Sa 22:00-06:00", "2026-03-28T22:00");
        assertThat(Duration.between(inBerlin("2026-03-28T22:00"), spring.until().orElseThrow()))
                .isEqualTo(Duration.ofHours(7));
        var autumn = (Open) standing("Sa 22:00-06:00", "2026-10-24T22:00");
        assertThat(Duration.between(inBerlin("2026-10-24T22:00"), autumn.until().orElseThrow()))
                .isEqualTo(Duration.ofHours(9));
        // What closes at half past two closes at the second half past two.
        var twice = (Open) standing("Sa 22:00-02:30", "2026-10-24T23:00");
        assertThat(twice.until()).contains(Instant.parse("2026-10-25T01:30:00Z"));
    }
}
