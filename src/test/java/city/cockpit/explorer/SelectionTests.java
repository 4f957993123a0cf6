package city.cockpit.explorer;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.explorer.Span.Between;
import city.cockpit.explorer.Span.Latest;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.SeriesId;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOON = Instant.parse("2026-05-21T10:00:00Z");
    private static final SeriesId MARKET = new SeriesId("air-markt/pm2_5");

    @Test
    void aDomainAloneIsItsHeadlineOfTheLastDay() {
        var selection = in("");
        assertThat(selection.series()).isEmpty();
        assertThat(selection.span()).isEqualTo(new Latest(Range.DAY));
        assertThat(selection.address()).isEqualTo("history/air");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "range=7d",
                "from=2026-03-29T00:00&to=2026-03-30T00:00",
                "with=air-bahnhof/pm2_5&range=1y&compare=before&form=table",
                "with=air-bahnhof/pm2_5&with=noise-markt/laeq&compare=usual",
                "form=text"
            })
    void theExactViewStandsInTheAddressAndComesBackFromIt(String query) {
        var selection = Selection.in(Domain.AIR, Optional.of(MARKET), QueryParameters.fromString(query));
        assertThat(selection.address()).isEqualTo("history/air/air-markt/pm2_5?" + query);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "range=century",
                "from=2026-05-21T10:00",
                "from=yesterday&to=2026-05-21T10:00",
                "from=2026-05-21T10:00&to=2026-05-20T10:00",
                "from=2026-05-21T10:00&to=2026-05-21T10:00:30",
                "from=-999999999-01-01T00:00&to=%2B999999999-12-31T23:59",
                "with=../secret&with=&compare=apples&form=dance"
            })
    void whatAnAddressSaysAmissIsLeftOut(String query) {
        assertThat(in(query).address()).isEqualTo("history/air");
    }

    @Test
    void moreThanSixSeriesAreNotDrawnAndNoneTwice() {
        var eight =
                IntStream.range(0, 8).mapToObj("with=air-%d/pm2_5"::formatted).collect(joining("&"));
        assertThat(Selection.in(Domain.AIR, Optional.of(MARKET), QueryParameters.fromString(eight))
                        .series())
                .hasSize(6)
                .startsWith(MARKET);
        var twice = QueryParameters.fromString("with=" + MARKET);
        assertThat(Selection.in(Domain.AIR, Optional.of(MARKET), twice).series())
                .containsExactly(MARKET);
    }

    @Test
    void sevenDaysEndNowAndBeganAtTheSameTimeOfDay() {
        var afterTheSwitch = Instant.parse("2026-04-02T10:00:00Z");
        assertThat(new Latest(Range.WEEK).at(afterTheSwitch, BERLIN))
                .isEqualTo(new Interval(Instant.parse("2026-03-26T11:00:00Z"), afterTheSwitch));
        assertThat(new Latest(Range.DAY).at(NOON, BERLIN))
                .isEqualTo(new Interval(NOON.minus(Duration.ofHours(24)), NOON));
    }

    @Test
    void theDayOfTheAutumnSwitchHasTwentyFiveHours() {
        var day = new Between(LocalDateTime.parse("2026-10-25T00:00"), LocalDateTime.parse("2026-10-26T00:00"))
                .at(NOON, BERLIN);
        assertThat(Duration.between(day.from(), day.to())).hasHours(25);
    }

    @Test
    void anHourThatSpringSkipsIsStillASpan() {
        var skipped = new Between(LocalDateTime.parse("2026-03-29T02:10"), LocalDateTime.parse("2026-03-29T03:05"))
                .at(NOON, BERLIN);
        assertThat(skipped.from()).isBefore(skipped.to());
    }

    @Test
    void aMondayIsComparedWithAMonday() {
        assertThat(new Latest(Range.DAY).back(NOON, BERLIN)).isEqualTo(Period.ofWeeks(1));
        assertThat(new Latest(Range.WEEK).back(NOON, BERLIN)).isEqualTo(Period.ofWeeks(1));
        assertThat(new Latest(Range.MONTH).back(NOON, BERLIN)).isEqualTo(Period.ofWeeks(5));
        assertThat(new Latest(Range.YEAR).back(NOON, BERLIN)).isEqualTo(Period.ofWeeks(53));
    }

    @Test
    void fromEverySpanOneGetsToTheOneBefore() {
        assertThat(new Latest(Range.DAY).moved(-1, NOON, BERLIN).inAddress())
                .isEqualTo("from=2026-05-19T12:00&to=2026-05-20T12:00");
    }

    private static Selection in(String query) {
        return Selection.in(Domain.AIR, Optional.empty(), QueryParameters.fromString(query));
    }
}
