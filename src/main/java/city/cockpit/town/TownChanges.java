package city.cockpit.town;

import city.cockpit.audit.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What became of the town's settings, for the audit trail. */
final class TownChanges {

    private final List<Change> found = new ArrayList<>();

    private TownChanges() {}

    /** One for each field in which the two differ. */
    static List<Change> between(TownProfile before, TownProfile after) {
        var changes = new TownChanges();
        changes.compare("name", before.name(), after.name());
        changes.compare("zone", before.zone().getId(), after.zone().getId());
        changes.compare("accent", text(before.accent()), text(after.accent()));
        changes.compare("arms", before.arms().toString(), after.arms().toString());
        changes.compare("arms-description", before.armsDescription(), after.armsDescription());
        changes.compareBoundaries(before.boundary(), after.boundary());
        changes.compare("office", before.contact().office(), after.contact().office());
        changes.compare("email", before.contact().email(), after.contact().email());
        changes.compare("phone", before.contact().phone(), after.contact().phone());
        changes.compare("imprint", before.texts().imprint(), after.texts().imprint());
        changes.compare("privacy", before.texts().privacy(), after.texts().privacy());
        changes.compare(
                "accessibility", before.texts().accessibility(), after.texts().accessibility());
        changes.compare("licence", before.licence().title(), after.licence().title());
        return changes.found;
    }

    private void compare(String field, String before, String after) {
        if (!before.equals(after)) found.add(new Change(field, before, after));
    }

    /** Two boundaries of one size may differ all the same. */
    private void compareBoundaries(Optional<Boundary> before, Optional<Boundary> after) {
        if (!before.equals(after)) found.add(new Change("boundary", text(before), text(after)));
    }

    private static String text(Accent accent) {
        return accent.light().value() + " / " + accent.dark().value();
    }

    /** The town keeps the boundary itself with its version; a line of the trail has no room for thousands of points. */
    private static String text(Optional<Boundary> boundary) {
        return boundary.map(
                        one -> String.format(Locale.ROOT, "%.2f km², %d points", one.squareKilometers(), one.points()))
                .orElse("");
    }
}
