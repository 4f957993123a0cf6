package city.cockpit.ingest.decode;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The base fields that hold for a record of a SenML pack: its own and, where it has none, those before.
 *
 * @param time seconds, to be added to a record's time
 */
record SenmlBase(String name, BigDecimal time, @Nullable String unit, double value) {

    static final SenmlBase NONE = new SenmlBase("", BigDecimal.ZERO, null, 0);

    /** A base field of the wrong type, which would falsify all records after it. */
    static Optional<String> flawOf(JsonNode entry) {
        for (var label : new String[] {"bn", "bu"})
            if (entry.has(label) && !entry.path(label).isString())
                return Optional.of("the SenML field '" + label + "' is no text");
        if (entry.has("bv") && Numbers.finite(entry.path("bv")).isEmpty())
            return Optional.of("the SenML field 'bv' is no number");
        if (entry.has("bt") && SenmlTime.seconds(entry.path("bt")).isEmpty())
            return Optional.of("the SenML field 'bt' is no number of seconds");
        return Optional.empty();
    }

    /** The base fields for that record, which has no {@linkplain #flawOf flaw}. */
    SenmlBase with(JsonNode entry) {
        return new SenmlBase(
                entry.has("bn") ? entry.path("bn").stringValue() : name,
                SenmlTime.seconds(entry.path("bt")).orElse(time),
                entry.has("bu") ? entry.path("bu").stringValue() : unit,
                Numbers.finite(entry.path("bv")).orElse(value));
    }
}
