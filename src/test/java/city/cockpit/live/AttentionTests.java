package city.cockpit.live;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.measurement.Domain;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AttentionTests {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final LiveTown town = new LiveTown();

    @Test
    void whenAllIsWellTheUsualOrderStays() {
        town.withCarPark("markt/parking_free", 100).reports("markt/parking_free", 80);
        town.with("roof/uv_index", MINUTE).reports("roof/uv_index", 1);
        town.with("hall/power", MINUTE).reports("hall/power", 12);
        assertThat(order()).containsExactly(Domain.PARKING, Domain.UV, Domain.ENERGY);
    }

    @Test
    void theMostSeriousBandComesFirst() {
        town.withCarPark("markt/parking_free", 100).reports("markt/parking_free", 15);
        town.with("roof/uv_index", MINUTE).reports("roof/uv_index", 8);
        town.withGauge("lower/water_level", 1.8, 2.3).reports("lower/water_level", 2.5);
        assertThat(order()).containsExactly(Domain.UV, Domain.WATER, Domain.PARKING);
    }

    @Test
    void thenComesWhoIsSilent() {
        town.withCarPark("markt/parking_free", 100).reports("markt/parking_free", 80);
        town.with("roof/uv_index", MINUTE).reports("roof/uv_index", 4);
        town.with("street/laeq", MINUTE).reports("street/laeq", 60);
        town.with("lane/laeq", MINUTE);
        town.with("hall/power", MINUTE);
        assertThat(order()).containsExactly(Domain.UV, Domain.ENERGY, Domain.NOISE, Domain.PARKING);
    }

    @Test
    void oneSilentSensorOfManyMovesNoTile() {
        town.withCarPark("markt/parking_free", 100).reports("markt/parking_free", 80);
        for (var place = 0; place < 5; place++) town.with("noise-" + place + "/laeq", MINUTE);
        for (var place = 0; place < 4; place++) town.reports("noise-" + place + "/laeq", 50);
        assertThat(order()).containsExactly(Domain.PARKING, Domain.NOISE);
    }

    @Test
    void aStormDeservesALookThoughNoNormJudgesTheWind() {
        town.withCarPark("markt/parking_free", 100).reports("markt/parking_free", 80);
        town.with("roof/temperature", MINUTE).reports("roof/temperature", 8);
        town.with("roof/wind_speed", MINUTE).reports("roof/wind_speed", MINUTE, 9);
        assertThat(order()).containsExactly(Domain.PARKING, Domain.WEATHER);
        town.reports("roof/wind_speed", 21);
        assertThat(order()).containsExactly(Domain.WEATHER, Domain.PARKING);
        assertThat(town.tile(Domain.WEATHER).sign()).contains(WeatherSign.STORM);
    }

    @Test
    void rainOnFrozenGroundIsSlipperyAndFrostAloneIsWinter() {
        town.with("roof/temperature", MINUTE).reports("roof/temperature", -2);
        assertThat(town.tile(Domain.WEATHER).sign()).contains(WeatherSign.FROST);
        assertThat(WeatherSign.remarkable(town.tile(Domain.WEATHER))).isEmpty();
        town.with("roof/precipitation", MINUTE).reports("roof/precipitation", 0.4);
        assertThat(WeatherSign.remarkable(town.tile(Domain.WEATHER))).contains(WeatherSign.SLIPPERY);
    }

    @Test
    void theWordOfAStormDoesNotComeAndGoWithEachGust() {
        town.with("roof/temperature", MINUTE).reports("roof/temperature", 8);
        town.with("roof/wind_speed", MINUTE).reports("roof/wind_speed", Duration.ofSeconds(50), 13.5);
        assertThat(town.tile(Domain.WEATHER).sign()).isEmpty();
        town.reports("roof/wind_speed", Duration.ofSeconds(40), 14);
        assertThat(town.tile(Domain.WEATHER).sign()).contains(WeatherSign.STORM);
        town.reports("roof/wind_speed", Duration.ofSeconds(30), 13.5);
        assertThat(town.tile(Domain.WEATHER).sign()).contains(WeatherSign.STORM);
        town.reports("roof/wind_speed", Duration.ofSeconds(20), 11.9);
        assertThat(town.tile(Domain.WEATHER).sign()).isEmpty();
        town.reports("roof/wind_speed", Duration.ofSeconds(10), 13.5);
        assertThat(town.tile(Domain.WEATHER).sign()).isEmpty();
    }

    @Test
    void frostIsNotWithdrawnForATenthOfADegree() {
        town.with("roof/temperature", MINUTE).reports("roof/temperature", Duration.ofSeconds(50), 0);
        assertThat(town.tile(Domain.WEATHER).sign()).contains(WeatherSign.FROST);
        town.reports("roof/temperature", Duration.ofSeconds(40), 0.3);
        assertThat(town.tile(Domain.WEATHER).sign()).contains(WeatherSign.FROST);
        town.reports("roof/temperature", Duration.ofSeconds(30), 0.8);
        assertThat(town.tile(Domain.WEATHER).sign()).isEmpty();
    }

    private Iterable<Domain> order() {
        return Attention.order(town.picture()).stream().map(DomainState::domain).toList();
    }
}
