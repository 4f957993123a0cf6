package city.cockpit.uikit;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.live.State;
import city.cockpit.measurement.Severity;
import city.cockpit.preview.PreviewCity;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CityWordsTests {

    private static final Instant NOON = Instant.parse("2026-05-21T10:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final CityWords words = new CityWords(new Wording(Locale.GERMAN, BERLIN));
    private final PreviewCity city = new PreviewCity()
            .with("air-markt/pm2_5", "Markt", 60, OptionalInt.empty())
            .with("noise-markt/laeq", "Markt", 15, OptionalInt.empty())
            .with("uv-rathaus/uv_index", "Rathaus", 60, OptionalInt.empty());

    @Test
    void whereNothingStandsOutTheSentenceSaysSo() {
        report(9, 61, State.LIVE, 1);
        assertThat(text(words.exceptions(city.publish(NOON)))).isEqualTo("Alles unauffällig.");
        assertThat(text(words.greeting(city.publish(NOON)))).isEqualTo("Guten Tag. Die Luft ist gut.");
    }

    @Test
    void exceptionsAreNamedWorstFirstAndLeadToTheirTiles() {
        report(20, 61, State.STALE, 7);
        var parts = words.exceptions(city.publish(NOON));
        assertThat(text(parts))
                .isEqualTo(
                        "Alles unauffällig bis auf UV-Index (Rathaus: hoch), Luft (Markt: mäßig) und Lärm (Markt: keine aktuellen Werte).");
        assertThat(parts.stream().flatMap(part -> part.target().stream()))
                .containsExactly("tile-uv", "tile-air", "tile-noise");
        assertThat(parts.get(1).severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void whereSomethingElseIsWrongTheSentenceDoesNotBeginWithAllBeingWell() {
        report(9, 61, State.LIVE, 1);
        assertThat(text(words.besides(city.publish(NOON)))).isEqualTo("Sonst ist alles unauffällig.");
        report(20, 61, State.STALE, 7);
        assertThat(text(words.besides(city.publish(NOON))))
                .isEqualTo(
                        "Auffällig: UV-Index (Rathaus: hoch), Luft (Markt: mäßig) und Lärm (Markt: keine aktuellen Werte).");
    }

    @Test
    void whatNobodyBelievesIsNotConcealedByASentenceThatAllIsWell() {
        report(9, 61, State.LIVE, 1);
        city.doubts("noise-markt/laeq", 150, NOON.plusSeconds(5));
        var parts = words.exceptions(city.publish(NOON));
        assertThat(text(parts)).isEqualTo("Alles unauffällig bis auf Lärm (1 Wert unplausibel).");
        assertThat(parts.get(1).target()).contains("tile-noise");
        assertThat(text(words.greeting(city.publish(NOON))))
                .isEqualTo("Guten Tag. Die Luft ist gut. Ein Messwert ist unplausibel und zählt nicht mit.");
    }

    @Test
    void aDomainThatStandsOutAnywaySaysItsDoubtsBeside() {
        report(20, 61, State.LIVE, 1);
        city.doubts("air-markt/pm2_5", 9_000, NOON.plusSeconds(5));
        assertThat(text(words.exceptions(city.publish(NOON))))
                .isEqualTo("Alles unauffällig bis auf Luft (Markt: mäßig; 1 Wert unplausibel).");
    }

    @Test
    void theGreetingKnowsTheTimeOfTheTown() {
        report(9, 61, State.LIVE, 1);
        assertThat(text(words.greeting(city.publish(Instant.parse("2026-05-21T04:00:00Z")))))
                .startsWith("Guten Morgen.");
        assertThat(text(words.greeting(city.publish(Instant.parse("2026-05-21T18:00:00Z")))))
                .startsWith("Guten Abend.");
    }

    private void report(double air, double noise, State ofNoise, double uv) {
        city.reports("air-markt/pm2_5", air, NOON, State.LIVE)
                .reports("noise-markt/laeq", noise, NOON, ofNoise)
                .reports("uv-rathaus/uv_index", uv, NOON, State.LIVE);
    }

    private static String text(List<CityWords.Part> parts) {
        return parts.stream().map(CityWords.Part::text).collect(joining());
    }
}
