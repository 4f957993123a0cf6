package city.cockpit.live;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.measurement.Domain;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The town is in Berlin, and these days are told by its clock. */
class PastCityTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private static final Pattern DIGITS = Pattern.compile("\\d+\\.\\d+(E-?\\d+)?");

    private final LiveTown town = new LiveTown();

    @Test
    void whatIsRememberedIsWhatEverybodySaw() {
        town.with("air-07/pm2_5", Duration.ofMinutes(1))
                .with("noise-01/laeq", Duration.ofSeconds(30))
                .with("wind/wind_direction", Duration.ofMinutes(5))
                .with("bike/bicycles", QUARTER)
                .with("house/energy", QUARTER)
                .withCarPark("garage/parking_free", 100)
                .withGauge("bridge/water_level", 120.0, 180.0)
                .usually("noise-01/laeq", 50, 54);
        var seen = new HashMap<Instant, CityPicture>();
        for (var minute = 0; minute < 180; minute++) {
            report(minute);
            town.now = town.now.plusSeconds(60);
            if (minute % 15 == 14) seen.put(town.now, justBefore(town.now));
        }
        var day = town.remembered(DAY);
        seen.forEach((moment, then) -> {
            var remembered = day.at(moment);
            assertThat(said(remembered)).as("at %s", moment).isEqualTo(said(then));
        });
        assertThat(seen).hasSize(12);
    }

    /** Each series and each domain in a line, in the order of attention; means to the last digit that anybody sees. */
    private static List<String> said(CityPicture picture) {
        return Stream.concat(
                        picture.series().values().stream().map(Record::toString),
                        Attention.order(picture).stream().map(Record::toString))
                .map(line ->
                        DIGITS.matcher(line).replaceAll(number -> "%.6f".formatted(Double.parseDouble(number.group()))))
                .map(line -> line.replace("OptionalDouble.empty, ", ""))
                .toList();
    }

    private CityPicture justBefore(Instant moment) {
        town.now = moment.minusNanos(1_000);
        var picture = town.picture();
        town.now = moment;
        return picture;
    }

    /** Some are silent for a while, some say what nobody believes, and a car park fills up and empties. */
    private void report(int minute) {
        if (minute < 60 || minute > 110) town.reports("air-07/pm2_5", 8 + minute / 4.0);
        town.reports("noise-01/laeq", 50 + minute % 20);
        if (minute % 5 == 0) town.reports("wind/wind_direction", (340 + minute) % 360);
        if (minute % 15 == 5) town.reports("bike/bicycles", minute).reports("house/energy", 1_000 + minute);
        town.reports("garage/parking_free", Math.abs(90 - minute));
        if (minute % 40 == 20) town.reportsNonsense("bridge/water_level", 9_000);
        else if (minute % 5 == 0) town.reports("bridge/water_level", 90 + minute);
    }

    @Test
    void whoFellSilentGrowsOldAndIsMissedADayLater() {
        town.with("air-07/pm2_5", Duration.ofMinutes(1)).reports("air-07/pm2_5", 12);
        town.now = town.now.plus(Duration.ofDays(2));
        assertThat(state("2026-11-22T12:00:00Z")).isEmpty();
        assertThat(state("2026-11-22T12:15:00Z")).containsExactly(State.STALE);
        assertThat(state("2026-11-23T11:45:00Z")).containsExactly(State.STALE);
        assertThat(state("2026-11-23T12:15:00Z")).containsExactly(State.OFFLINE);
        assertThat(state("2026-11-24T11:45:00Z")).containsExactly(State.OFFLINE);
    }

    private Iterable<State> state(String moment) {
        var at = Instant.parse(moment);
        var picture = town.remembered(LocalDate.ofInstant(at, ZoneId.of("Europe/Berlin")))
                .at(at);
        return picture.series().values().stream().map(SeriesState::state).toList();
    }

    @Test
    void whoeverIsWorkedOnNowCountsInThePast() {
        town.with("air-07/pm2_5", Duration.ofMinutes(1)).reportsForAnHour("air-07/pm2_5", 12);
        town.isMaintained("air-07");
        town.now = town.now.plus(QUARTER);
        assertThat(LiveTown.tile(town.picture(), Domain.AIR).state()).isEqualTo(State.MAINTENANCE);
        var then = town.remembered(DAY).at(Instant.parse("2026-11-22T12:15:00Z"));
        assertThat(LiveTown.tile(then, Domain.AIR).value()).isPresent();
    }

    @Test
    void aDayHasAsManyQuartersAsTheTownsClockSays() {
        town.now = Instant.parse("2027-01-01T00:00:00Z");
        assertThat(town.remembered(LocalDate.of(2026, 3, 29)).moments()).hasSize(92);
        assertThat(town.remembered(LocalDate.of(2026, 5, 21)).moments()).hasSize(96);
        assertThat(town.remembered(LocalDate.of(2026, 10, 25)).moments())
                .hasSize(100)
                .startsWith(Instant.parse("2026-10-24T22:00:00Z"))
                .endsWith(Instant.parse("2026-10-25T22:45:00Z"));
    }

    @Test
    void todayEndsNowAndTomorrowHasNotBegun() {
        assertThat(town.remembered(DAY).moments()).endsWith(town.now);
        assertThat(town.remembered(DAY.plusDays(1)).moments()).isEmpty();
    }

    @Test
    void theFirstDayIsThatOfTheFirstReading() {
        assertThat(town.past().firstDay()).isEmpty();
        town.with("air-07/pm2_5", Duration.ofMinutes(1)).reports("air-07/pm2_5", Duration.ofDays(3), 12);
        assertThat(town.past().firstDay()).contains(DAY.minusDays(3));
    }

    @Test
    void aDayIsReadOnceForAllAndTodayAgainAMinuteLater() {
        town.with("air-07/pm2_5", Duration.ofMinutes(1)).reports("air-07/pm2_5", 12);
        var past = town.past();
        var today = past.day(DAY);
        var yesterday = past.day(DAY.minusDays(1));
        town.now = town.now.plus(QUARTER);
        assertThat(past.day(DAY)).isNotSameAs(today);
        assertThat(past.day(DAY).moments()).endsWith(town.now);
        assertThat(past.day(DAY.minusDays(1))).isNotSameAs(yesterday);
        var again = past.day(DAY.minusDays(1));
        town.now = town.now.plus(Duration.ofMinutes(5));
        assertThat(past.day(DAY.minusDays(1))).isSameAs(again);
    }

    @Test
    void aPictureOfThePastIsNeverTakenForALivingOne() {
        town.with("air-07/pm2_5", Duration.ofMinutes(1)).reports("air-07/pm2_5", 12);
        var day = town.remembered(DAY);
        var noon = day.at(town.now);
        assertThat(noon.isPast()).isTrue();
        assertThat(town.picture().isPast()).isFalse();
        assertThat(day.at(town.now.minus(QUARTER)).version()).isNotEqualTo(noon.version());
        assertThat(day.at(town.now)).isSameAs(noon);
    }
}
