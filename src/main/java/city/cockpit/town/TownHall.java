package city.cockpit.town;

import city.cockpit.access.Role;
import city.cockpit.audit.Deed;
import city.cockpit.measurement.HomeMunicipality;
import city.cockpit.measurement.Town;
import city.cockpit.measurement.TownSource;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/**
 * Keeps how the town shows itself. Reading never blocks and any thread may do it; saving blocks until it is durable.
 * What was saved is in force at once. See decision record 0014.
 */
@Component
public class TownHall implements TownSource {

    private final TownStore store;
    private final HomeMunicipality home;
    private final InstantSource clock;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Optional<SavedTown> saved;

    TownHall(TownStore store, HomeMunicipality home, InstantSource clock) {
        this.store = store;
        this.home = home;
        this.clock = clock;
        this.saved = store.findNewest();
    }

    @Override
    public Town town() {
        return now().profile().town();
    }

    /** The settings in force. */
    public SavedTown now() {
        return saved.orElseGet(this::initial);
    }

    /**
     * Saves the settings if nobody else did since that version was read.
     *
     * @param by name of the account that saves
     * @throws IllegalArgumentException the colours cannot be read
     * @throws org.springframework.dao.DataAccessException nothing was saved
     */
    @RolesAllowed(Role.Name.ADMINISTRATOR)
    public SaveOutcome save(long seen, TownProfile profile, String by) {
        if (!profile.accent().isReadable()) throw new IllegalArgumentException("colours too weak to be read");
        return put(new SavedTown(seen + 1, profile, clock.instant(), by), Deed.TOWN_CHANGED);
    }

    /**
     * Brings back what was in force before that version, as a version of its own: to undo twice is to redo.
     *
     * @throws org.springframework.dao.DataAccessException nothing was saved
     */
    @RolesAllowed(Role.Name.ADMINISTRATOR)
    public SaveOutcome undo(long seen, String by) {
        var before = store.find(seen - 1).orElseGet(this::initial);
        return put(new SavedTown(seen + 1, before.profile(), clock.instant(), by), Deed.TOWN_CHANGE_UNDONE);
    }

    /** The arms with that key, of this or a former version. Blocks for those of a former version. */
    public Optional<ArmsImage> findArms(String key) {
        var arms = now().profile().arms();
        if (arms.key().equals(key)) return Optional.of(arms);
        var neutral = ArmsImage.neutral();
        return neutral.key().equals(key) ? Optional.of(neutral) : store.findArms(key);
    }

    /** Tells the listener after each change, on the thread that made it: return at once. The answer ends it. */
    public Runnable subscribe(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private synchronized SaveOutcome put(SavedTown next, Deed deed) {
        var before = store.find(next.version() - 1).orElseGet(this::initial);
        var added = store.add(next, deed, TownChanges.between(before.profile(), next.profile()));
        var newest = store.findNewest();
        saved = newest;
        listeners.forEach(Runnable::run);
        return added ? new SaveOutcome.Saved(next) : new SaveOutcome.Overtaken(newest.orElseGet(this::initial));
    }

    private SavedTown initial() {
        return new SavedTown(0, TownProfile.initial(home.municipality()), Instant.EPOCH, "");
    }
}
