package city.cockpit.registry;

import city.cockpit.measurement.Averaging;
import city.cockpit.measurement.Severity;
import city.cockpit.measurement.TownScale;
import city.cockpit.measurement.TownScale.Step;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A town's scale as it stands in the database. */
final class ScaleJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ScaleJson() {}

    private record Stored(Averaging averaging, List<StoredStep> steps) {}

    /** @param from missing of the lowest */
    private record StoredStep(@Nullable Double from, Severity severity, String de, String en) {

        static StoredStep of(Step step) {
            return new StoredStep(
                    Double.isInfinite(step.from()) ? null : step.from(),
                    step.severity(),
                    step.germanWord(),
                    step.englishWord());
        }

        Step step() {
            return new Step(from == null ? Double.NEGATIVE_INFINITY : from, severity, de, en);
        }
    }

    static String write(TownScale scale) {
        return JSON.writeValueAsString(new Stored(
                scale.averaging(), scale.steps().stream().map(StoredStep::of).toList()));
    }

    static Optional<TownScale> read(@Nullable String json) {
        if (json == null) return Optional.empty();
        var stored = JSON.readValue(json, Stored.class);
        return Optional.of(new TownScale(
                stored.averaging(),
                stored.steps().stream().map(StoredStep::step).toList()));
    }
}
