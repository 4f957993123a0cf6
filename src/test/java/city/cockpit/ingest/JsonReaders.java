package city.cockpit.ingest;

import java.util.Map;

/** The reader of production, for the tests of the decoders. */
public final class JsonReaders {

    private JsonReaders() {}

    public static JsonReader withDefaultLimits() {
        return new JsonReader(City.settings(Map.of()));
    }
}
