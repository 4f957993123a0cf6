package city.cockpit.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.history.Archive;
import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SeriesId;
import city.cockpit.measurement.Town;
import city.cockpit.preview.PreviewCity;
import city.cockpit.transfer.InMemoryArchive;
import city.cockpit.transfer.PreviewImports;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.client.RestTestClient;

class DataEndpointTests {

    private static final Instant NOON = Instant.parse("2026-05-21T10:00:00Z");
    private static final String PM10 = "/data/air-markt/pm10.csv";

    private final PreviewCity city = new PreviewCity();
    private final InMemoryArchive archive = new InMemoryArchive();
    private final RestTestClient program = client(archive);

    private RestTestClient client(Archive from) {
        return RestTestClient.bindToController(new DataEndpoint(
                        city,
                        PreviewImports.exportOf(from),
                        () -> new Town("Musterstadt", ZoneId.of("Europe/Berlin")),
                        () -> NOON))
                .build();
    }

    DataEndpointTests() {
        city.with("air-markt/pm10", "Markt", 60, OptionalInt.empty())
                .with("air-markt/pm2_5", "Markt", 60, OptionalInt.empty())
                .with("noise-markt/laeq", "Markt", 60, OptionalInt.empty());
        city.publish(NOON);
        measured("air-markt/pm10", NOON.minus(Duration.ofHours(30)), 9);
        measured("air-markt/pm10", NOON.minus(Duration.ofHours(2)), 12.5);
        measured("air-markt/pm2_5", NOON.minus(Duration.ofHours(1)), 7);
        measured("noise-markt/laeq", NOON.minus(Duration.ofHours(1)), 61.4);
    }

    private void measured(String series, Instant time, double value) {
        archive.append(List.of(new Reading(new SeriesId(series), time, value, Quality.GOOD)), beside -> {});
    }

    @Test
    void theAddressOfASeriesHasItsLastDay() {
        assertThat(body(PM10)).isEqualTo("""
                time,sensor,observed_property,value,unit_ucum,quality\r
                2026-05-21T10:00:00+02:00,air-markt,pm10,12.5,ug/m3,\r
                """);
        program.get()
                .uri(PM10)
                .exchange()
                .expectHeader()
                .valueEquals("Content-Disposition", "attachment; filename=\"air-markt_pm10.csv\"")
                .expectHeader()
                .valueEquals("Cache-Control", "max-age=60, public");
    }

    @Test
    void theAddressOfADomainHasAllPlaces() {
        assertThat(body("/data/air.csv").lines().skip(1))
                .satisfiesExactly(
                        one -> assertThat(one).contains("pm10,12.5"),
                        one -> assertThat(one).contains("pm2_5,7"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?from=2026-05-20&to=2026-05-21",
                "?from=2026-05-20T00:00:00Z&to=2026-05-20T22:00:00Z",
                "?from=2026-05-20T00:00:00+02:00&to=2026-05-21T00:00:00+02:00"
            })
    void anyDaysAndMomentsCanBeAskedFor(String span) {
        assertThat(body(PM10 + span).lines().skip(1))
                .singleElement()
                .asString()
                .startsWith("2026-05-20T06:00:00+02:00,air-markt,pm10,9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PM10 + "?from=yesterday",
                PM10 + "?from=2026-02-30",
                PM10 + "?from=2026-05-22",
                PM10 + "?from=1990-01-01",
                "/data/air.csv?from=2026-05-01"
            })
    void whatIsNoSpanOrTooLongIsRefusedInASentence(String address) {
        program.get()
                .uri(address)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody(String.class)
                .value(text -> assertThat(text).isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/data/air-keller/pm10.csv", "/data/air-markt/o3.csv", "/data/water.csv", "/data/x.csv"})
    void whatNobodyMeasuresIsNotFound(String address) {
        program.get().uri(address).exchange().expectStatus().isNotFound();
    }

    private String body(String address) {
        return new String(
                program.get()
                        .uri(address)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectHeader()
                        .contentType("text/csv;charset=UTF-8")
                        .returnResult(byte[].class)
                        .getResponseBody(),
                StandardCharsets.UTF_8);
    }
}
