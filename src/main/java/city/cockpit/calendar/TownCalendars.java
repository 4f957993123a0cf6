package city.cockpit.calendar;

import city.cockpit.access.Role;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The calendars that a town shows to citizens. Any thread. See decision record 0084. */
public interface TownCalendars {

    /** No trial tells more. */
    int SAMPLE = 5;

    /**
     * A calendar as citizens see it.
     *
     * @param entries of the next 30 days, as they were when it was fetched; in order
     * @param fetchedAt when its address said so last
     */
    record Published(CalendarSource source, List<Entry> entries, Instant fetchedAt) {

        /** What was not heard of for so long may be wrong by now. */
        private static final Duration TRUSTED = Duration.ofDays(30);

        /** Times that it may be missed before it is said to be old. */
        private static final int MISSED = 3;

        public Published {
            entries = List.copyOf(entries);
        }

        /** How far it can be believed. */
        public Belief belief(Instant now) {
            var age = Duration.between(fetchedAt, now);
            if (age.compareTo(TRUSTED) > 0) return Belief.NONE;
            return age.compareTo(Duration.ofHours((long) MISSED * source.everyHours())) > 0
                    ? Belief.DOUBTFUL
                    : Belief.FULL;
        }
    }

    /** How far entries can be believed. */
    enum Belief {
        FULL,
        /** It should have been fetched again since; whoever reads them is told. */
        DOUBTFUL,
        /** Nobody should go anywhere for them. */
        NONE
    }

    /**
     * A calendar and how it does.
     *
     * @param fetchedAt when its address answered well last
     * @param failingSince when it first answered badly after that
     * @param flaw why it did so last
     */
    record Kept(
            CalendarSource source, Optional<Instant> fetchedAt, Optional<Instant> failingSince, Optional<Flaw> flaw) {}

    /**
     * How a calendar does.
     *
     * @param name of its page
     * @param failingSince when its address first answered badly after it had answered well
     */
    record Supply(String name, Optional<Instant> failingSince) {}

    /** What would become of an address. */
    sealed interface Trial {

        /**
         * It can be shown.
         *
         * @param next the first of them
         * @param count of the next 30 days
         * @param table if it is one, its first rows
         */
        record Good(List<Entry> next, int count, Optional<SampleTable> table) implements Trial {}

        /**
         * It cannot.
         *
         * @param table if it is one, its first rows
         */
        record Bad(Flaw flaw, Optional<SampleTable> table) implements Trial {}
    }

    /** What there is, by kind and title. Never blocks; what another node fetched is known within seconds. */
    List<Published> now();

    /** The one whose page has that name. Never blocks. */
    Optional<Published> find(String name);

    /** How all of them do, also those that were never fetched. Never blocks; known within seconds. */
    List<Supply> supplies();

    /** All, by kind and title. Blocks. */
    @RolesAllowed(Role.Name.ADMINISTRATOR)
    List<Kept> listCalendars();

    /**
     * Keeps one that is new, with version 0, or changed; it is fetched at once. Written to the audit trail. Blocks.
     *
     * @param by sign-in name of who does it
     * @return false if there is another one of that name, or somebody changed it in between: nothing was done
     */
    @RolesAllowed(Role.Name.ADMINISTRATOR)
    boolean save(CalendarSource source, String by);

    /** Removes one with what was fetched. Written to the audit trail. Blocks. Returns whether there was one. */
    @RolesAllowed(Role.Name.ADMINISTRATOR)
    boolean remove(String name, String by);

    /** Fetches it now, kept or not, and keeps nothing. Blocks for some seconds. */
    @RolesAllowed(Role.Name.ADMINISTRATOR)
    Trial attempt(CalendarSource source);
}
