package city.cockpit.town;

import city.cockpit.audit.Change;
import city.cockpit.audit.Deed;
import city.cockpit.measurement.Town;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A town hall without a database. */
public final class InMemoryTown implements TownStore {

    private final TreeMap<Long, SavedTown> versions = new TreeMap<>();

    /** The town hall of a municipality where nobody saved anything yet. */
    public static TownHall hall(Town municipality, InstantSource clock) {
        return new TownHall(new InMemoryTown(), () -> municipality, clock);
    }

    @Override
    public synchronized Optional<SavedTown> findNewest() {
        return versions.isEmpty()
                ? Optional.empty()
                : Optional.of(versions.lastEntry().getValue());
    }

    @Override
    public synchronized Optional<SavedTown> find(long version) {
        return Optional.ofNullable(versions.get(version));
    }

    @Override
    public synchronized boolean add(SavedTown next, Deed deed, List<Change> changes) {
        var newest = versions.isEmpty() ? 0 : versions.lastKey();
        if (next.version() != newest + 1) return false;
        versions.put(next.version(), next);
        versions.headMap(next.version() - KEPT, true).clear();
        return true;
    }

    @Override
    public synchronized Optional<ArmsImage> findArms(String key) {
        return versions.values().stream()
                .map(version -> version.profile().arms())
                .filter(arms -> arms.key().equals(key))
                .findFirst();
    }
}
