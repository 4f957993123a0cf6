package city.cockpit.technicians;

import city.cockpit.ingest.hook.WebHook;
import city.cockpit.ingest.hook.WebHooks;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Web hooks of which one is used. */
public final class PreviewHooks implements WebHooks {

    private final Map<WebHook, Use> uses = new EnumMap<>(WebHook.class);

    public PreviewHooks() {
        for (var hook : WebHook.values()) uses.put(hook, new Use(0, 0, 0, Optional.empty()));
        uses.put(WebHook.THINGS_STACK, new Use(12_345, 2, 1, Optional.of(Instant.parse("2026-05-21T09:59:00Z"))));
    }

    @Override
    public Map<WebHook, Use> now() {
        return Map.copyOf(uses);
    }
}
