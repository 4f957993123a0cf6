package city.cockpit.registry.rights;

import city.cockpit.measurement.SensorId;
import city.cockpit.registry.rights.Account.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An account as it is kept.
 *
 * @param filters of a gateway; a device's follow from the format of its sensor
 * @param passwordNumber grows with every password; 0 before the first one
 */
record AccountRow(
        String name,
        Optional<SensorId> sensor,
        String title,
        String topicName,
        String clientId,
        List<String> filters,
        Optional<PasswordHash> password,
        int passwordNumber,
        Optional<Instant> passwordAt,
        boolean locked,
        boolean retired,
        long version) {

    State state() {
        if (retired) return State.RETIRED;
        return locked ? State.LOCKED : State.OPEN;
    }

    Account account(List<String> topics) {
        return new Account(name, sensor, title, topicName, clientId, topics, state(), passwordAt, version);
    }
}
