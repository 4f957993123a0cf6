package city.cockpit.ingest.connection;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * A connection with what only the cockpit itself needs.
 *
 * @param password sealed
 * @param formerFilters topics that sessions at the broker may still hold, oldest first
 */
record StoredConnection(Connection connection, Optional<String> password, List<String> formerFilters) {

    private static final int MOST_FORMER = 100;

    StoredConnection {
        formerFilters = List.copyOf(formerFilters);
    }

    String name() {
        return connection.name();
    }

    Wish wish() {
        return connection.wish();
    }

    /** What sessions may still hold after a change to the wish: they may belong to nodes that are away now. */
    List<String> formerAfter(Wish next) {
        var former = new LinkedHashSet<>(formerFilters);
        former.addAll(wish().filters());
        next.filters().forEach(former::remove);
        return former.stream().skip(Math.max(0, former.size() - MOST_FORMER)).toList();
    }

    /** Whether the password was meant for this wish, too. */
    boolean isMeantFor(Wish next) {
        return password.isEmpty()
                || (wish().address().equals(next.address()) && wish().username().equals(next.username()));
    }

    @Override
    public String toString() {
        return name();
    }
}
