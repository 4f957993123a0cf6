package city.cockpit.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.csv.CsvText;
import city.cockpit.history.Admission;
import city.cockpit.measurement.FakeCatalog;
import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SeriesId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinesTests implements Lines.Sink {

    private static final Instant NOW = Instant.parse("2026-05-21T10:00:00Z");

    private final FakeCatalog catalog = new FakeCatalog();
    private final List<Reading> readings = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();
    private final List<String> details = new ArrayList<>();
    private int empty;

    @BeforeEach
    void aTown() {
        catalog.add("air-markt/pm2_5", "Markt");
        catalog.add("air-markt/pm10", "Markt");
    }

    @Test
    void anImportedValueObeysTheRulesOfLiveOnes() {
        read("""
                time;series;value
                2026-05-20T10:00:00Z;air-markt/pm2_5;8.5
                2026-05-20T10:01:00Z;air-markt/pm2_5;-3
                2026-05-20T10:02:00Z;air-markt/pm2_5;900000
                2026-05-21T10:06:00Z;air-markt/pm2_5;8
                2020-05-20T10:00:00Z;air-markt/pm2_5;8
                2026-05-20T10:03:00Z;air-markt/pm2_5;4000
                """, Map.of());
        assertThat(readings).extracting(Reading::value).contains(8.5);
        assertThat(readings).extracting(Reading::quality).contains(Quality.GOOD, Quality.IMPLAUSIBLE);
        assertThat(refused)
                .contains(Refusal.IMPOSSIBLE_VALUE, Refusal.IN_FUTURE, Refusal.OLDER_THAN_RETENTION)
                .doesNotContain(Refusal.UNKNOWN_SERIES);
        assertThat(readings.size() + refused.size()).isEqualTo(6);
    }

    @Test
    void whatCannotBeReadIsRefusedWithItsReason() {
        read("""
                time;series;value
                gestern;air-markt/pm2_5;8
                2026-05-20T10:00:00Z;air-markt/pm2_5;acht
                2026-05-20T10:00:00Z;air-markt/pm2_5;1.234,5
                2026-05-20T10:00:00Z;air-bahnhof/pm2_5;8
                29.03.2026 02:30;air-markt/pm2_5;8
                2026-05-20T10:00:00Z;air-markt/pm2_5
                """, Map.of());
        assertThat(refused)
                .containsExactly(
                        Refusal.MALFORMED_TIME,
                        Refusal.NOT_A_NUMBER,
                        Refusal.NOT_A_NUMBER,
                        Refusal.UNKNOWN_SERIES,
                        Refusal.SKIPPED_HOUR,
                        Refusal.TOO_SHORT);
        assertThat(details).contains("gestern", "acht", "air-bahnhof/pm2_5");
    }

    @Test
    void anotherUnitIsRefusedAndNothingIsNoValue() {
        read("""
                time;sensor;observed_property;value;unit
                2026-05-20T10:00:00Z;air-markt;pm2_5;8;ug/m3
                2026-05-20T10:01:00Z;air-markt;pm2_5;8;µg/m³
                2026-05-20T10:02:00Z;air-markt;pm2_5;8;mg/m3
                2026-05-20T10:03:00Z;air-markt;pm2_5;n/a;ug/m3
                """, Map.of());
        assertThat(readings).hasSize(2);
        assertThat(refused).containsExactly(Refusal.UNIT);
        assertThat(empty).isEqualTo(1);
    }

    @Test
    void columnsOfAWideFileAreTheSeriesThatPeopleSaid() {
        read("""
                Datum;Feinstaub;Bemerkung;air-markt/pm10
                20.05.2026 12:00;8,5;Baustelle;12
                20.05.2026 13:00;;Regen;13
                """, Map.of("Feinstaub", new SeriesId("air-markt/pm2_5")));
        assertThat(readings)
                .extracting(reading -> reading.series() + " " + reading.phenomenonTime() + " " + reading.value())
                .containsExactly(
                        "air-markt/pm2_5 2026-05-20T10:00:00Z 8.5",
                        "air-markt/pm10 2026-05-20T10:00:00Z 12.0",
                        "air-markt/pm10 2026-05-20T11:00:00Z 13.0");
        assertThat(empty).isEqualTo(1);
    }

    @Test
    void aSeriesThatIsGoneSinceItWasAssignedIsRefusedNotForgotten() {
        read("Datum;Feinstaub\n20.05.2026 12:00;8,5\n", Map.of("Feinstaub", new SeriesId("air-alt/pm2_5")));
        assertThat(refused).containsExactly(Refusal.UNKNOWN_SERIES);
    }

    private void read(String text, Map<String, SeriesId> names) {
        var bytes = text.getBytes(UTF_8);
        var guessed = new Recognition(catalog, ZoneId.of("Europe/Berlin")).guess(bytes);
        var form = new FileForm(
                guessed.encoding(),
                guessed.separator(),
                guessed.decimalComma() && guessed.shape() == FileForm.Shape.WIDE,
                guessed.header(),
                guessed.shape(),
                guessed.zone(),
                guessed.timeColumn(),
                guessed.valueColumn(),
                guessed.seriesColumn(),
                guessed.propertyColumn(),
                guessed.unitColumn(),
                names);
        var admission = new Admission((property, arrival) -> arrival.minus(Duration.ofDays(730)));
        try (var reader =
                CsvText.reader(new ByteArrayInputStream(bytes), form.encoding().charset(), form.separator())) {
            var records = reader.iterator();
            var lines = new Lines(form, Sample.columns(records.next(), true), catalog, admission);
            while (records.hasNext()) lines.read(records.next(), NOW, this);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void reading(Reading reading) {
        readings.add(reading);
    }

    @Override
    public void refused(String column, Refusal reason, String detail) {
        refused.add(reason);
        details.add(detail);
    }

    @Override
    public void empty() {
        empty++;
    }
}
