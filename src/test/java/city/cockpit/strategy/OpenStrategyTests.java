package city.cockpit.strategy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.audit.InMemoryAudit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpenStrategyTests {

    private final Instant now = Instant.parse("2026-11-22T11:00:00Z");
    private final InMemoryStrategies strategies = new InMemoryStrategies(new InMemoryAudit(() -> now), () -> now);

    private StrategyPicture published() {
        strategies.publish(Examples.strategy(LocalDate.of(2026, 11, 22)));
        return strategies.pictures().published().orElseThrow();
    }

    @Test
    void programsReadThePlanAndHowFarItIs() {
        var json = StrategyJson.MAPPER.readTree(
                StrategyJson.MAPPER.writeValueAsString(OpenStrategy.of(published(), "https://licence.example")));
        assertThat(json.path("strategy").path("about").path("example").asBoolean())
                .isTrue();
        assertThat(json.path("licence").asString()).isEqualTo("https://licence.example");
        assertThat(json.path("measures")).hasSize(14);
        assertThat(json.path("goals")).hasSize(9);
        var services = json.path("indicators").path(0);
        assertThat(services.path("id").asString()).isEqualTo("dienste-online");
        assertThat(services.path("status").asString()).isEqualTo("ON_TRACK");
        assertThat(services.path("values")).hasSize(3);
    }

    @Test
    void programsReadNothingThatCitizensDoNotSee() {
        assertThat(StrategyJson.MAPPER.writeValueAsString(OpenStrategy.of(published(), "")))
                .doesNotContain("datenportal", "nicht genannt werden will", "Vorleistung");
    }

    @ParameterizedTest
    @EnumSource
    void norDoSpreadsheets(CsvPart part) throws IOException {
        var out = new ByteArrayOutputStream();
        StrategyCsv.write(published().strategy(), part, out);
        assertThat(out.toString(UTF_8))
                .doesNotContain("datenportal", "nicht genannt werden will", "Vorleistung")
                .contains("id,");
    }
}
