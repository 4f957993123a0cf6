package city.cockpit.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.cockpit.live.DomainState.Over;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.SeriesId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the tiles say against what is usual. */
class AgainstUsualTests {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final LiveTown town = new LiveTown();

    @Test
    void theLoudestHourSpeaksNotTheLoudestMoment() {
        noise("bahnhof", 64);
        noise("markt", 58);
        town.now = town.now.plusSeconds(30);
        town.reports("markt/laeq", 75);
        var tile = town.tile(Domain.NOISE);
        assertThat(tile.place()).hasValue("bahnhof");
        assertThat(tile.value().orElseThrow().over()).isEqualTo(Over.HOUR_MEAN);
        assertThat(tile.value().orElseThrow().value()).isCloseTo(64, within(0.01));
    }

    @Test
    void aPlaceThatIsMuchLouderThanUsualAsksForANotice() {
        noise("bahnhof", 64);
        noise("markt", 58);
        town.usually("bahnhof/laeq", 62, 64).usually("markt/laeq", 49, 51);
        assertThat(town.tile(Domain.NOISE).unusual()).containsExactly(new SeriesId("markt/laeq"));
    }

    @Test
    void whereTheHourVariesFromWeekToWeekNothingStandsOut() {
        noise("markt", 58);
        town.usually("markt/laeq", 46, 54);
        assertThat(town.tile(Domain.NOISE).unusual()).isEmpty();
    }

    @Test
    void aLouderPlaceComesBeforeWhatIsQuiet() {
        noise("markt", 58);
        town.withCarPark("bahnhof/parking_free", 300).reports("bahnhof/parking_free", 200);
        assertThat(Attention.order(town.picture()).getFirst().domain()).isEqualTo(Domain.PARKING);
        town.usually("markt/laeq", 49, 51);
        assertThat(Attention.order(town.picture()).getFirst().domain()).isEqualTo(Domain.NOISE);
    }

    @Test
    void aBuildingWithoutPowerAsksForANoticeUnlessItOftenIs() {
        for (var building : new String[] {"hall", "school", "kiosk"})
            town.with(building + "/power", MINUTE).reportsForAnHour(building + "/power", 0);
        town.usually("hall/power", 12, 14).usually("school/power", 0, 9).usually("kiosk/power", 0.1, 0.2);
        assertThat(town.tile(Domain.ENERGY).unusual()).containsExactly(new SeriesId("hall/power"));
        town.now = town.now.plusSeconds(30);
        town.reports("hall/power", 0.3);
        assertThat(town.tile(Domain.ENERGY).unusual()).as("the power is back").isEmpty();
    }

    private void noise(String sensor, double level) {
        town.with(sensor + "/laeq", MINUTE).reportsForAnHour(sensor + "/laeq", level);
    }

    @Test
    void theDayOfAllBuildingsCountsEachByItsMeterOnce() {
        town.with("hall/power", MINUTE).reports("hall/power", 12).hasUsed("hall/power", 99, 99, 9);
        town.with("hall/energy", MINUTE).reports("hall/energy", 4711).hasUsed("hall/energy", 80, 100, 5);
        town.with("school/power", MINUTE).reports("school/power", 3).hasUsed("school/power", 20, 20, 2);
        town.with("new/power", MINUTE).reports("new/power", 3);
        assertThat(EnergyDay.of(town.picture()).orElseThrow()).satisfies(day -> {
            assertThat(day.used()).isEqualTo(100);
            assertThat(day.usual()).isEqualTo(120);
            assertThat(day.baseLoad()).hasValue(7);
            assertThat(day.compared()).isEqualTo(2);
        });
    }

    @Test
    void whileNobodysDayIsKnownThereIsNone() {
        town.with("hall/power", MINUTE).reports("hall/power", 12);
        assertThat(EnergyDay.of(town.picture())).isEmpty();
    }
}
