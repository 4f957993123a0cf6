package city.cockpit.live;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.measurement.Domain;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who works on a device, and who sends nonsense, is told apart from who is silent. */
class MaintenanceTests {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final LiveTown town = new LiveTown();

    @Test
    void whatADeviceInMaintenanceSendsIsShownButCountsForNothing() {
        town.withCarPark("markt/parking_free", 100).reports("markt/parking_free", 0);
        town.withCarPark("bahnhof/parking_free", 300).reports("bahnhof/parking_free", 200);
        town.isMaintained("markt");
        town.now = town.now.plusSeconds(30);
        town.reports("markt/parking_free", 1);
        var tile = town.tile(Domain.PARKING);
        assertThat(tile.value().orElseThrow().value()).isEqualTo(200);
        assertThat(tile.known()).isEqualTo(1);
        assertThat(tile.maintained()).isEqualTo(1);
        var market = town.series("markt/parking_free");
        assertThat(market.state()).isEqualTo(State.MAINTENANCE);
        assertThat(market.newest().orElseThrow().value()).isEqualTo(1);
        assertThat(market.assessment()).isEmpty();
    }

    @Test
    void nobodyMissesADeviceInMaintenance() {
        town.with("park/pm10", MINUTE).reports("park/pm10", 8).isMaintained("park");
        town.now = town.now.plus(Duration.ofDays(3));
        assertThat(town.series("park/pm10").state()).isEqualTo(State.MAINTENANCE);
        assertThat(town.tile(Domain.AIR).state()).isEqualTo(State.MAINTENANCE);
        assertThat(town.tile(Domain.AIR).doubtful()).isZero();
    }

    @Test
    void whereSomebodyWorksForAWhileIsInMaintenanceAsLong() {
        town.with("park/pm10", MINUTE).reports("park/pm10", 8);
        town.workedOn.add("park");
        town.now = town.now.plusSeconds(10);
        assertThat(town.series("park/pm10").state()).isEqualTo(State.MAINTENANCE);
        town.workedOn.clear();
        town.now = town.now.plusSeconds(10);
        assertThat(town.series("park/pm10").state()).isEqualTo(State.LIVE);
    }

    @Test
    void aDomainInMaintenanceAsksForNobodysAttention() {
        town.with("park/pm10", MINUTE).reports("park/pm10", 8).isMaintained("park");
        town.with("hall/power", MINUTE).reports("hall/power", 3);
        town.now = town.now.plus(Duration.ofDays(3));
        assertThat(Attention.order(town.picture()).getFirst().domain()).isEqualTo(Domain.ENERGY);
    }

    @Test
    void whoeverGoesOnSendingNonsenseIsImplausibleAndNotSilent() {
        town.with("hall/power", MINUTE).reports("hall/power", 3);
        for (var minute = 0; minute < 6; minute++) {
            town.now = town.now.plus(MINUTE);
            town.reportsNonsense("hall/power", -5);
        }
        assertThat(town.series("hall/power").state()).isEqualTo(State.IMPLAUSIBLE);
        town.now = town.now.plus(MINUTE.multipliedBy(4));
        assertThat(town.series("hall/power").state())
                .as("nothing comes any more")
                .isEqualTo(State.STALE);
    }

    @Test
    void whoHasOnlyEverSentNonsenseIsImplausibleAsLongAsItComes() {
        town.with("hall/power", MINUTE).reportsNonsense("hall/power", -5);
        assertThat(town.series("hall/power").state()).isEqualTo(State.IMPLAUSIBLE);
        assertThat(town.tile(Domain.ENERGY).value()).isEmpty();
        town.now = town.now.plus(MINUTE.multipliedBy(4));
        assertThat(town.series("hall/power").state()).isEqualTo(State.NO_DATA);
    }

    @Test
    void oneOutlierMakesNoSensorImplausible() {
        town.with("hall/power", MINUTE).reports("hall/power", MINUTE, 3).reportsNonsense("hall/power", -5);
        assertThat(town.series("hall/power").state()).isEqualTo(State.LIVE);
    }
}
