package city.cockpit.onboarding;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Drafts for as long as a test lasts. They go through the same text as in the database. */
public final class InMemoryDrafts implements Drafts {

    private final InstantSource clock;
    private final Map<String, String> drafts = new HashMap<>();

    public InMemoryDrafts(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Kept> find(String person) {
        return Optional.ofNullable(drafts.get(person)).map(json -> new Kept(Draft.ofJson(json), clock.instant()));
    }

    @Override
    public synchronized void keep(String person, Draft draft) {
        drafts.put(person, draft.toJson());
    }

    @Override
    public synchronized void forget(String person) {
        drafts.remove(person);
    }

    public synchronized void clear() {
        drafts.clear();
    }
}
