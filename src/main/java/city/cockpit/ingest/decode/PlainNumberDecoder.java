package city.cockpit.ingest.decode;

import city.cockpit.ingest.Decoded;
import city.cockpit.ingest.Decoder;
import city.cockpit.ingest.Incoming;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * One number as text, as ESPHome and many small programs write it, with a unit behind it or none. The empty pointer is the
 * whole message. The words for "no value" that such programs use are no value.
 */
@Component
public final class PlainNumberDecoder implements Decoder {

    private static final int LONGEST = 64;
    private static final Set<String> NOTHING = Set.of("nan", "null", "none", "unknown", "unavailable");

    @Override
    public String format() {
        return "plain-number";
    }

    @Override
    public boolean isUnmistakable() {
        return false;
    }

    @Override
    public Optional<List<Decoded>> decode(Incoming message) {
        if (message.payload().length > LONGEST) return Optional.empty();
        var text = new String(message.payload(), StandardCharsets.UTF_8).strip();
        if (NOTHING.contains(text.toLowerCase(Locale.ROOT))) return Optional.of(List.of());
        var space = text.indexOf(' ');
        var number = number(space < 0 ? text : text.substring(0, space));
        if (number.isEmpty()) return Optional.empty();
        @Nullable String unit = space < 0 ? null : text.substring(space + 1).strip();
        return Optional.of(
                List.of(DeviceFields.onArrival(message, pointer -> unit).field("", number.getAsDouble())));
    }

    private static OptionalDouble number(String text) {
        return Numbers.finite(text.replace(',', '.'));
    }
}
