package city.cockpit.live;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.measurement.Reading;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The picture of a node among others: it shows the same as one that stored everything itself. */
class SharedCityTests {

    private static final String PM10 = "air-07/pm10";
    private static final String CARS = "road-1/vehicles";

    private final LiveTown alone = town();
    private final LiveTown shared = town();

    private static LiveTown town() {
        return new LiveTown().with(PM10, Duration.ofMinutes(1)).with(CARS, Duration.ofMinutes(15));
    }

    @Test
    void whatAnotherNodeTellsIsShown() {
        shared.isTold(PM10, Duration.ZERO, 12);
        assertThat(shared.series(PM10).newest().map(Reading::value)).contains(12.0);
    }

    @Test
    void whatIsToldAndStandsInHistoryCountsOnce() {
        for (var minute = 59; minute >= 0; minute--) {
            var ago = Duration.ofMinutes(minute);
            alone.reports(PM10, ago, minute);
            if (minute % 3 == 0) shared.reports(PM10, ago, minute);
            else shared.isReportedElsewhere(PM10, ago, minute);
            if (minute % 3 == 1) shared.isTold(PM10, ago, minute);
        }
        shared.catchesUp().catchesUp().isTold(PM10, Duration.ofMinutes(4), 4);
        assertThat(shared.series(PM10)).isEqualTo(alone.series(PM10));
    }

    @Test
    void carsThatWereCountedOnceAreCarsOnce() {
        for (var quarter = 5; quarter >= 0; quarter--) {
            var ago = Duration.ofMinutes(15L * quarter);
            alone.reports(CARS, ago, 100 + quarter);
            shared.isReportedElsewhere(CARS, ago, 100 + quarter).isTold(CARS, ago, 100 + quarter);
        }
        shared.catchesUp();
        assertThat(shared.series(CARS)).isEqualTo(alone.series(CARS));
    }

    @Test
    void afterALongGapTheLineHasNoHole() {
        for (var minute = 600; minute >= 0; minute -= 5) {
            alone.reports(PM10, Duration.ofMinutes(minute), minute % 7);
            if (minute > 400) shared.reports(PM10, Duration.ofMinutes(minute), minute % 7);
            else shared.isReportedElsewhere(PM10, Duration.ofMinutes(minute), minute % 7);
        }
        shared.catchesUp();
        assertThat(shared.series(PM10)).isEqualTo(alone.series(PM10));
    }

    @Test
    void aValueOfLongAgoIsShownWhereNothingNewerIsKnown() {
        shared.isReportedElsewhere(PM10, Duration.ofDays(40), 7).catchesUp();
        assertThat(shared.series(PM10).state()).isEqualTo(State.OFFLINE);
        assertThat(shared.series(PM10).newest().map(Reading::value)).contains(7.0);
    }

    @Test
    void whatNobodyBelievesIsToldBesideTheLastBelievableValueOfLongAgo() {
        for (var ago : List.of(Duration.ofDays(2), Duration.ofHours(5))) {
            alone.reports(PM10, ago, 7);
            shared.isReportedElsewhere(PM10, ago, 7);
        }
        alone.reportsNonsense(PM10, 9_000);
        shared.isNonsenseElsewhere(PM10, 9_000).catchesUp().catchesUp();
        assertThat(shared.series(PM10)).isEqualTo(alone.series(PM10));
        assertThat(shared.series(PM10).doubt().map(Reading::value)).contains(9_000.0);
        assertThat(shared.restarted().series()).isEqualTo(alone.picture().series());
    }

    @Test
    void whoeverHasLeftIsNotBackBecauseHistoryIsRead() {
        shared.reports(PM10, Duration.ofMinutes(1), 7);
        shared.leaves("air-07").catchesUp();
        assertThat(shared.series(PM10).state()).isEqualTo(State.OFFLINE);
    }
}
