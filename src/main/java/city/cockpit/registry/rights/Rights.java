package city.cockpit.registry.rights;

import city.cockpit.access.Role;
import city.cockpit.measurement.SensorId;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;

/**
 * Who may publish what at the broker. Lists and finds come from memory; what changes something blocks, is written to the
 * audit trail, and takes effect within a second on every node, also for connections that are open. A password is shown once:
 * only its hash is kept. {@code by} is the sign-in name of who does it.
 */
public interface Rights {

    /** All, by name. */
    @RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
    List<Account> listAccounts();

    @RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
    Optional<Account> find(String name);

    /** The account of a sensor's device. */
    @RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
    Optional<Account> findOf(SensorId sensor);

    /** What a device of the sensor may publish if it is called so; nothing if it comes by a network server or a hub. */
    @RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
    List<String> listTopics(SensorId sensor, String topicName);

    /** What a device of the sensor is called in its topics, if nobody says otherwise. */
    @RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
    String topicName(SensorId sensor);

    /** Makes an account for a sensor's device. */
    @RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
    Outcome admit(SensorId sensor, String topicName, String clientId, String by);

    /** Makes an account for a gateway. */
    @RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
    Outcome admitGateway(Gateway gateway, String by);

    /** Changes what a device is called and its client id, if nobody else did since {@code seen}. */
    @RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
    Outcome changeDevice(SensorId sensor, long seen, String topicName, String clientId, String by);

    /** Changes everything of a gateway but its name, if nobody else did since {@code seen}. */
    @RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
    Outcome changeGateway(Gateway gateway, long seen, String by);

    /** Makes a new password; the one before is worth nothing any more. */
    @RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
    Outcome rotate(String name, String by);

    @RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
    Outcome lock(String name, String by);

    @RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
    Outcome unlock(String name, String by);

    /** Removes an account for good; the shared one can only be locked. */
    @RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
    Outcome remove(String name, String by);

    /** How the broker stands to what is kept here. */
    @RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
    BrokerStanding standing();

    /** The last time that somebody with that name was sent away here. */
    @RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
    Optional<Refused> lastRefused(String name);

    /**
     * A gateway as somebody wants it.
     *
     * @param name 1 to 32 of {@code a-z 0-9 -}
     * @param filters what it may publish, see {@link TopicRights#isFilter}
     * @param clientId the only one it may use; empty for any
     */
    record Gateway(String name, String title, List<String> filters, String clientId) {

        public static final int LONGEST_NAME = 32;

        public Gateway {
            filters = List.copyOf(filters);
            if (!isName(name))
                throw new IllegalArgumentException("not the name of a gateway: '%.100s'".formatted(name));
            if (title.length() > Account.LONGEST_TITLE) throw new IllegalArgumentException("a title that long");
            if (filters.isEmpty()
                    || filters.size() > TopicRights.MOST
                    || !filters.stream().allMatch(TopicRights::isFilter))
                throw new IllegalArgumentException("not what a gateway may publish");
            if (!Account.isClientId(clientId)) throw new IllegalArgumentException("not a client id");
        }

        public static boolean isName(String text) {
            return text.matches("[a-z0-9][a-z0-9-]{0,%d}".formatted(LONGEST_NAME - 1)) && !text.startsWith("cockpit");
        }
    }

    sealed interface Outcome {
        record Done(Account account) implements Outcome {}

        /** With its new password, which nobody can show again. */
        record Given(Account account, String password) implements Outcome {

            @Override
            public String toString() {
                return account.toString();
            }
        }

        record Removed() implements Outcome {}

        /** There is another account with that name, or with that client id. */
        record Taken() implements Outcome {}

        /** What was typed fits nobody: another name in the topics, or a client id of another form. */
        record Unfit() implements Outcome {}

        /** Somebody changed it in between: nothing was changed now. */
        record Overtaken(Account newest) implements Outcome {}

        /** There is no such account or sensor (any more). */
        record Gone() implements Outcome {}

        /** A password can only be made while the broker is there to learn it: nothing was changed. */
        record BrokerAway() implements Outcome {}
    }
}
