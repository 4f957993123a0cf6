package city.cockpit.ingest.connection;

import city.cockpit.access.Role;
import city.cockpit.measurement.SensorId;
import city.cockpit.mqtt.ConnectionFailure;
import city.cockpit.mqtt.ConnectionStatus.FilterStatus;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;

/**
 * The connections to further brokers. What is changed takes effect at once here and within seconds on other nodes, while
 * everything else runs on; it is written to the audit trail in the same transaction. Calls block; any thread. {@code by}
 * is the sign-in name of who does it.
 */
public interface Connections {

    /** All but the cockpit's own, by title. */
    @RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
    List<Connection> list();

    /** Names of the formats that the cockpit reads. */
    @RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
    List<String> listFormats();

    /**
     * Sets one up.
     *
     * @param name see {@link city.cockpit.mqtt.ConnectionPlan#isName}
     */
    @RolesAllowed(Role.Name.ADMINISTRATOR)
    Addition add(String name, Wish wish, String by);

    /** Changes it if nobody else did since {@code seen}. */
    @RolesAllowed(Role.Name.ADMINISTRATOR)
    Outcome change(String name, long seen, Wish wish, String by);

    /** Ends it for good: its broker keeps nothing more for the cockpit. Returns false if there was none. */
    @RolesAllowed(Role.Name.ADMINISTRATOR)
    boolean remove(String name, String by);

    /**
     * Tries a wish out beside what runs: connects, listens and waits ten seconds for a first message. Nobody misses a
     * message for it and the broker remembers nothing.
     *
     * @param name of the connection whose password is meant by {@link Wish.Password.Kept}; empty if there is none
     */
    @RolesAllowed(Role.Name.ADMINISTRATOR)
    Trial tryOut(Optional<String> name, Wish wish);

    sealed interface Addition {
        record Added(Connection connection) implements Addition {}

        record NameTaken() implements Addition {}

        /** There are as many as the cockpit can serve. */
        record TooMany(int most) implements Addition {}
    }

    sealed interface Outcome {
        record Changed(Connection connection) implements Outcome {}

        /** Somebody changed it in between: nothing was changed now. */
        record Overtaken(Connection newest) implements Outcome {}

        /** Broker or user are others: the password so far is not sent there unless somebody types it. */
        record PasswordWanted() implements Outcome {}

        /** There is no such connection (any more). */
        record Gone() implements Outcome {}
    }

    sealed interface Trial {
        record Failed(ConnectionFailure failure) implements Trial {}

        /** The same as with a change. */
        record PasswordWanted() implements Trial {}

        /**
         * The broker let the cockpit in.
         *
         * @param filters what it said to each topic
         * @param first the first message; empty if none came
         */
        record Admitted(List<FilterStatus> filters, Optional<First> first) implements Trial {

            public Admitted {
                filters = List.copyOf(filters);
            }
        }

        /**
         * A message.
         *
         * @param sensor that the topic names; empty if what stands there is no name of a sensor
         */
        record First(String topic, Optional<SensorId> sensor) {}
    }
}
