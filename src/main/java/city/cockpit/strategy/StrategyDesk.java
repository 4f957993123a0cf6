package city.cockpit.strategy;

import city.cockpit.audit.Change;
import city.cockpit.audit.Deed;
import city.cockpit.strategy.SaveOutcome.Overtaken;
import city.cockpit.strategy.SaveOutcome.Refused;
import city.cockpit.strategy.SaveOutcome.Saved;
import city.cockpit.strategy.StrategyVersion.State;
import city.cockpit.strategy.plan.PlanCheck;
import city.cockpit.strategy.plan.Problem;
import city.cockpit.strategy.plan.Strategy;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Where the strategy is written. A change makes a version; editors hand one in, an administrator publishes it or sends it
 * back. Every method blocks; any thread. What was saved or published is in force on every node at once, for other people's
 * pages within seconds. See decision record 0040.
 */
@Component
public class StrategyDesk {

    /** Roles by their names, because this package does not know those who hold them. */
    static final String STRATEGY_EDITOR = "STRATEGY_EDITOR";

    static final String ADMINISTRATOR = "ADMINISTRATOR";
    static final String STAFF = "STAFF";

    private static final int TRIES = 5;

    private final StrategyStore store;
    private final Versions versions;
    private final InstantSource clock;

    StrategyDesk(StrategyStore store, Versions versions, InstantSource clock) {
        this.store = store;
        this.versions = versions;
        this.clock = clock;
    }

    /** The newest version, whatever its state; number 0 and empty before anybody saved. */
    @RolesAllowed({STRATEGY_EDITOR, ADMINISTRATOR, STAFF})
    public StrategyVersion newest() {
        return versions.newest();
    }

    /** Every version there was, newest first. */
    @RolesAllowed({STRATEGY_EDITOR, ADMINISTRATOR, STAFF})
    public List<VersionLine> listVersions() {
        return store.listVersions();
    }

    /** What became of versions, oldest first. */
    @RolesAllowed({STRATEGY_EDITOR, ADMINISTRATOR, STAFF})
    public List<Step> listSteps() {
        return store.listSteps();
    }

    /**
     * Changes the newest version if nobody changed the same part since that version was read.
     *
     * @param seen number of the version that the change was made on
     * @param by sign-in name
     * @throws org.springframework.dao.DataAccessException nothing was saved
     */
    @RolesAllowed({STRATEGY_EDITOR, ADMINISTRATOR})
    public SaveOutcome save(long seen, Edit edit, String by) {
        for (var attempt = 0; attempt < TRIES; attempt++) {
            var newest = versions.newest();
            var base = seen == newest.number() ? newest : versions.version(seen);
            if (!edit.part(base.strategy()).equals(edit.part(newest.strategy()))) return new Overtaken(newest);
            var next = edit.applyTo(newest.strategy());
            if (next.equals(newest.strategy())) return new Saved(newest);
            var wrong = refused(newest.strategy(), next);
            if (!wrong.isEmpty()) return new Refused(wrong);
            var version = new StrategyVersion(newest.number() + 1, State.DRAFT, next, clock.instant(), by);
            if (store.add(version, Deed.STRATEGY_CHANGED, edit.object(newest.strategy()), changes(newest, version)))
                return new Saved(version);
        }
        return new Overtaken(versions.newest());
    }

    /** What would become of the newest version, without changing it. */
    @RolesAllowed({STRATEGY_EDITOR, ADMINISTRATOR})
    public Trial tryOut(Edit edit) {
        var newest = versions.newest();
        var next = edit.applyTo(newest.strategy());
        return new Trial(PlanDiff.between(newest.strategy(), next), refused(newest.strategy(), next));
    }

    /**
     * What would come of a change.
     *
     * @param problems for which it would be refused
     */
    public record Trial(List<ItemChange> changes, List<Problem> problems) {
        public Trial {
            changes = List.copyOf(changes);
            problems = List.copyOf(problems);
        }
    }

    /** What nobody may save; what was wrong before is no reason to refuse a change of something else. */
    private List<Problem> refused(Strategy before, Strategy next) {
        var known = problems(before).toList();
        return problems(next)
                .filter(one -> one.kind().isRefused() && !known.contains(one))
                .toList();
    }

    /** What the newest version changed; empty before anybody saved. */
    @RolesAllowed({STRATEGY_EDITOR, ADMINISTRATOR, STAFF})
    public List<ItemChange> lastChanges() {
        var newest = versions.newest();
        return PlanDiff.between(versions.version(newest.number() - 1).strategy(), newest.strategy());
    }

    /**
     * Takes back what that version changed, unless somebody changed the same parts since. What else was saved stays.
     *
     * @param by sign-in name
     * @throws org.springframework.dao.DataAccessException nothing was saved
     */
    @RolesAllowed({STRATEGY_EDITOR, ADMINISTRATOR})
    public SaveOutcome undo(long version, String by) {
        var before = versions.version(version - 1).strategy();
        var after = versions.version(version).strategy();
        return save(version, new Edit.Back(before, after), by);
    }

    /** What everybody would see anew if the newest version were published; empty as long as nothing is published. */
    @RolesAllowed({STRATEGY_EDITOR, ADMINISTRATOR, STAFF})
    public List<ItemChange> unpublishedChanges() {
        return versions.findPublished()
                .map(published ->
                        PlanDiff.between(published.strategy(), versions.newest().strategy()))
                .orElse(List.of());
    }

    /** What is wrong with the newest version, or keeps it from being published. */
    @RolesAllowed({STRATEGY_EDITOR, ADMINISTRATOR, STAFF})
    public List<Problem> problems() {
        return beforePublication(versions.newest());
    }

    /** Hands the newest version in, if it still is the newest. */
    @RolesAllowed({STRATEGY_EDITOR, ADMINISTRATOR})
    public SaveOutcome handIn(long seen, String by, String note) {
        return step(seen, State.DRAFT, State.IN_REVIEW, Deed.STRATEGY_HANDED_IN, by, note);
    }

    /** Gives what was handed in back to its editors. */
    @RolesAllowed(ADMINISTRATOR)
    public SaveOutcome sendBack(long seen, String by, String note) {
        return step(seen, State.IN_REVIEW, State.DRAFT, Deed.STRATEGY_SENT_BACK, by, note);
    }

    /** Publishes what was handed in: from now on it is what everybody sees. */
    @RolesAllowed(ADMINISTRATOR)
    public SaveOutcome publish(long seen, String by, String note) {
        return step(seen, State.IN_REVIEW, State.PUBLISHED, Deed.STRATEGY_PUBLISHED, by, note);
    }

    /** Takes what is published from the public page, which then shows nothing. The number is that of the published version. */
    @RolesAllowed(ADMINISTRATOR)
    public SaveOutcome withdraw(long seen, String by, String note) {
        var steps = store.listSteps();
        var published = Versions.publication(steps, Instant.MAX);
        if (published.isEmpty() || published.get().version() != seen) return new Overtaken(versions.newest());
        return add(steps.size(), new Step(seen, State.WITHDRAWN, clock.instant(), by, note), Deed.STRATEGY_WITHDRAWN);
    }

    /** What was saved between the ends of two days, of the town, first day excluded. */
    @RolesAllowed({STRATEGY_EDITOR, ADMINISTRATOR, STAFF})
    public List<ItemChange> changes(LocalDate from, LocalDate to) {
        return PlanDiff.between(versions.savedBefore(versions.endOf(from)), versions.savedBefore(versions.endOf(to)));
    }

    private Stream<Problem> problems(Strategy strategy) {
        return PlanCheck.problems(strategy, versions.today()).stream();
    }

    private List<Problem> beforePublication(StrategyVersion version) {
        var published = versions.findPublished().map(StrategyVersion::strategy);
        return Stream.concat(
                        problems(version.strategy()),
                        PlanCheck.beforePublication(version.strategy(), published).stream())
                .toList();
    }

    private static List<Change> changes(StrategyVersion before, StrategyVersion after) {
        return PlanDiff.between(before.strategy(), after.strategy()).stream()
                .flatMap(change -> change.fields().isEmpty()
                        ? Stream.of(
                                change.kind() == ItemChange.Kind.ADDED
                                        ? new Change("item", "", change.title())
                                        : new Change("item", change.title(), ""))
                        : change.fields().stream())
                .limit(100)
                .toList();
    }

    private SaveOutcome step(long seen, State from, State to, Deed deed, String by, String note) {
        var steps = store.listSteps();
        var newest = versions.newest();
        if (newest.number() != seen || newest.state() != from) return new Overtaken(newest);
        if (to != State.DRAFT) {
            var wrong = beforePublication(newest);
            if (!wrong.isEmpty()) return new Refused(wrong);
        }
        return add(steps.size(), new Step(seen, to, clock.instant(), by, note), deed);
    }

    private SaveOutcome add(int seen, Step step, Deed deed) {
        var title = versions.version(step.version()).strategy().about().title();
        return store.add(seen, step, deed, title)
                ? new Saved(versions.version(step.version()))
                : new Overtaken(versions.newest());
    }
}
