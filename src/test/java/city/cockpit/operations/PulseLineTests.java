package city.cockpit.operations;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.ingest.Counts;
import city.cockpit.preview.ScreenTest;
import city.cockpit.uikit.CityFaces;
import city.cockpit.uikit.Wording;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PulseLineTests extends ScreenTest {

    private static final Counts COUNTS = new Counts(1_200, 1_180, 0, 20, 0, Map.of());

    @Autowired
    private CityFaces faces;

    @BeforeEach
    void aTown() {
        aTownAtNoon();
    }

    @Test
    void itSaysWhoReportsAndWhatCameSinceTheStart() {
        assertThat(line(Optional.empty()))
                .isEqualTo("Live · 4 von 4 Sensoren melden · seit dem Start 1\u202f200 empfangen, 20 abgelehnt");
    }

    @Test
    void whileTheDatabaseIsAwayNothingIsCalledLive() {
        assertThat(line(Optional.of(NOON)))
                .isEqualTo("Die Datenbank antwortet nicht seit 10:00:00: Zu sehen ist, was vorher ankam"
                        + " · seit dem Start 1\u202f200 empfangen, 20 abgelehnt");
    }

    private String line(Optional<Instant> databaseAwaySince) {
        var pulse = new Pulse(city, () -> COUNTS, () -> databaseAwaySince);
        var line = new PulseLine(new Wording(Locale.GERMAN, ZoneOffset.UTC), pulse, faces);
        line.show(city.picture());
        return line.getElement().getTextRecursively();
    }
}
