package city.cockpit.strategy;

import city.cockpit.strategy.plan.Strategy;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How a strategy is written down. What a former cockpit did not know yet is read as empty. */
final class StrategyJson {

    static final JsonMapper MAPPER = mapper();

    private StrategyJson() {}

    static String write(Strategy strategy) {
        return MAPPER.writeValueAsString(strategy);
    }

    static Strategy read(String text) {
        return MAPPER.readValue(text, Strategy.class);
    }

    private static JsonMapper mapper() {
        var builder = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        for (var type : List.of(String.class, List.class, Optional.class, OptionalDouble.class, OptionalInt.class))
            builder.withConfigOverride(
                    type, override -> override.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)));
        return builder.build();
    }
}
