package city.cockpit.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.measurement.FakeCatalog;
import city.cockpit.measurement.ObservedProperties;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class RuleWordsTests {

    private final FakeCatalog catalog = new FakeCatalog();
    private final RuleWords german = new RuleWords(Locale.GERMANY, ObservedProperties.load(), catalog);
    private final RuleWords english = new RuleWords(Locale.UK, ObservedProperties.load(), catalog);

    @Test
    void everyRuleReadsAsOneSentence() {
        assertThat(german.sentence(rule("o3-information-39bimschv")))
                .isEqualTo(
                        "Warnung, wenn „Ozon“ an einem Ort der Stadt im Mittel einer vollen Stunde über 180\u00a0µg/m³ liegt (Informationsschwelle der 39. BImSchV, bis 10.12.2026).");
        assertThat(english.sentence(rule("o3-information-39bimschv")))
                .isEqualTo(
                        "Warning when “Ozone” is above 180\u00a0µg/m³ as the mean of a full hour anywhere in the town (information threshold of the 39th BImSchV, until 10 Dec 2026).");
        assertThat(german.sentence(rule("no2-alert-eu")))
                .isEqualTo(
                        "Alarm, wenn „Stickstoffdioxid“ an einem Ort der Stadt in jeder von drei vollen Stunden hintereinander über 200\u00a0µg/m³ liegt (Alarmschwelle der EU-Luftqualitätsrichtlinie, ab 11.12.2026).");
        assertThat(german.sentence(rule("car-park-full")))
                .isEqualTo(
                        "Hinweis, wenn „Freie Plätze“ an einem Ort der Stadt bei 0\u00a0% der Plätze oder darunter liegt, und das 10 Minuten lang (Vorgabe des Cockpits, keine Norm).");
        assertThat(german.sentence(rule("water-rising")))
                .isEqualTo(
                        "Warnung, wenn „Wasserstand“ an einem Ort der Stadt innerhalb von 1 Stunde um 0,50\u00a0m oder mehr steigt (Vorgabe des Cockpits, keine Norm).");
        assertThat(german.sentence(rule("silent-sensors")))
                .isEqualTo(
                        "Warnung, wenn ein Sensor an einem Ort der Stadt 4 Mal hintereinander nichts meldet, mindestens aber 20 Minuten lang (Vorgabe des Cockpits, keine Norm).");
        assertThat(english.sentence(rule("louder-than-usual")))
                .isEqualTo(
                        "Notice when “Sound level LAeq” is, as the mean of a full hour, more than 6\u00a0dB(A) above what is usual there at that time, anywhere in the town (default of this cockpit, no norm).");
    }

    @Test
    void everyRuleThatShipsHasWordsInBothLanguages() {
        for (var rule : DefaultRules.load())
            for (var words : List.of(german, english)) {
                assertThat(words.sentence(rule))
                        .as(rule.key())
                        .doesNotContain("{", "  ", "“”", "„“")
                        .endsWith(".");
                assertThat(words.title(rule)).as(rule.key()).isNotBlank().doesNotContain("{");
            }
    }

    @Test
    void bothLanguagesKnowTheSameWords() {
        assertThat(bundle(Locale.ENGLISH).keySet())
                .isEqualTo(bundle(Locale.GERMAN).keySet());
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "city.cockpit.alerts.rules",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Rule rule(String key) {
        return DefaultRules.load().stream()
                .filter(rule -> rule.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
