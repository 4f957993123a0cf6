package city.cockpit.ingest;

import city.cockpit.registry.Formats;
import java.util.List;
import org.springframework.stereotype.Component;

/** The formats for which there is a decoder. */
@Component
class DecodedFormats implements Formats {

    private final List<String> names;

    DecodedFormats(List<Decoder> decoders) {
        names = decoders.stream().map(Decoder::format).toList();
    }

    @Override
    public List<String> listFormats() {
        return names;
    }
}
