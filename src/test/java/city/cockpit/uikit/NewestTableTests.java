package city.cockpit.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.live.State;
import city.cockpit.preview.PreviewCity;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The table of those who run no scripts. */
class NewestTableTests {

    private static final Instant NOON = Instant.parse("2026-05-21T10:00:00Z");

    private final PreviewCity city = new PreviewCity()
            .with("noise-markt/laeq", "Markt", 15, OptionalInt.empty())
            .reports("noise-markt/laeq", 61.4, NOON, State.LIVE);

    @Test
    void everyValueHasItsPlaceAndItsTime() {
        assertThat(table(Locale.GERMAN)).contains("Mittelungspegel LAeq", "Markt", "61\u00a0dB(A)", "12:00:00");
        assertThat(table(Locale.GERMAN)).doesNotContain("Ankunft", "unplausibel");
    }

    @Test
    void aTimeThatIsTheArrivalSaysSo() {
        city.timedOnArrival("noise-markt/laeq");
        assertThat(table(Locale.GERMAN)).contains("12:00:00 (Zeit der Ankunft)");
        assertThat(table(Locale.UK)).contains("12:00:00 (time of arrival)");
    }

    @Test
    void whatNobodyBelievesIsToldBesideTheLastBelievableValue() {
        city.doubts("noise-markt/laeq", 150, NOON.plusSeconds(15));
        assertThat(table(Locale.GERMAN)).contains("61\u00a0dB(A)", "unplausibel: 150\u00a0dB(A)");
    }

    private String table(Locale language) {
        var words = new Wording(language, ZoneId.of("Europe/Berlin"));
        return new NewestTable(words, city.publish(NOON.plusSeconds(20)), NOON.plusSeconds(20))
                .getElement()
                .getTextRecursively();
    }
}
