package city.cockpit.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.measurement.ObservedProperties;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private final Formats german = new Formats(Locale.GERMAN, BERLIN);
    private final Formats english = new Formats(Locale.ENGLISH, BERLIN);

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0",
        "-0.04, 1, '0,0', 0.0",
        "0.05, 1, '0,1', 0.1",
        "-1.5, 1, '−1,5', −1.5",
        "999, 0, 999, 999",
        "1234.5, 1, '1_234,5', '1,234.5'",
        "1234567, 0, '1_234_567', '1,234,567'",
        "2.5, 0, 3, 3",
        "1e12, 0, '1_000_000_000_000', '1,000,000,000,000'"
    })
    void numbersAreWrittenAsPeopleWriteThem(double value, int decimals, String inGerman, String inEnglish) {
        assertThat(german.number(value, decimals)).isEqualTo(inGerman.replace('_', '\u202f'));
        assertThat(english.number(value, decimals)).isEqualTo(inEnglish);
    }

    @ParameterizedTest
    @CsvSource({
        "pm2_5, 8.6, 9_µg/m³",
        "temperature, -3.24, '−3,2_°C'",
        "humidity, 61, 61_%",
        "wind_direction, 240, 240°",
        "uv_index, 0, 0",
        "power, 412.34, '412,3_kW'"
    })
    void aValueStaysOnOneLineWithItsUnit(String property, double value, String written) {
        var observed = ObservedProperties.load().find(property).orElseThrow();
        assertThat(german.quantity(value, observed)).isEqualTo(written.replace('_', '\u00a0'));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-21T15:24:05Z, '21.05.2026, 17:24:05', '21 May 2026, 17:24:05'",
        "2026-01-21T15:24:05Z, '21.01.2026, 16:24:05', '21 Jan 2026, 16:24:05'",
        "2026-10-25T00:30:00Z, '25.10.2026, 02:30:00 (MESZ)', '25 Oct 2026, 02:30:00 (CEST)'",
        "2026-10-25T01:30:00Z, '25.10.2026, 02:30:00 (MEZ)', '25 Oct 2026, 02:30:00 (CET)'",
        "2026-10-25T02:30:00Z, '25.10.2026, 03:30:00', '25 Oct 2026, 03:30:00'"
    })
    void timesAreThoseOfTheTown(Instant time, String inGerman, String inEnglish) {
        assertThat(german.dateTime(time)).isEqualTo(inGerman);
        assertThat(english.dateTime(time)).isEqualTo(inEnglish);
    }

    @Test
    void aMomentOfTodayNeedsNoDay() {
        var now = Instant.parse("2026-05-21T15:24:05Z");
        assertThat(german.moment(now.minusSeconds(60), now)).isEqualTo("17:23:05");
        assertThat(german.minute(now.minusSeconds(60), now)).isEqualTo("17:23");
        assertThat(german.minute(Instant.parse("2026-05-20T21:30:00Z"), now)).isEqualTo("20. Mai, 23:30");
        assertThat(german.moment(Instant.parse("2026-05-20T22:30:00Z"), now)).isEqualTo("00:30:00");
        assertThat(german.moment(Instant.parse("2026-05-20T21:30:00Z"), now)).isEqualTo("20. Mai, 23:30");
        assertThat(english.moment(Instant.parse("2026-05-20T21:30:00Z"), now)).isEqualTo("20 May, 23:30");
    }
}
