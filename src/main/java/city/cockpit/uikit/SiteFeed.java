package city.cockpit.uikit;

import city.cockpit.uikit.SiteMarkerBoard.Drawn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What shows sites in the browser by itself, see {@link MarkerWire}. */
abstract class SiteFeed extends Feed<Drawn> {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private @Nullable Drawn newest;

    void show(Drawn drawn) {
        newest = drawn;
        plan();
    }

    @Override
    Optional<Drawn> newest() {
        return Optional.ofNullable(newest);
    }
}
