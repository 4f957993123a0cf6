package city.cockpit.ingest.kept;

import city.cockpit.measurement.ObservedProperty;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.Series;
import city.cockpit.registry.SensorAliases.Alias;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Senders that nobody registered, with their last messages. When a sender is assigned to a sensor, or a sensor of that
 * name is registered, its messages are run again by themselves, so that first readings are not lost. Blocks; any thread,
 * of an administrator or a technician.
 */
public interface Inbox {

    String ADMINISTRATOR = RejectedMessages.ADMINISTRATOR;

    String TECHNICIAN = RejectedMessages.TECHNICIAN;

    /**
     * Every sender, the one with the newest message first, as of a few seconds ago: however many ask, the database is asked
     * once. The one without a name stands for all that found no place.
     */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN})
    List<RefusalGroup> listSenders();

    /** The newest messages of a sender, newest first, with what they would become. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN})
    List<Held> listNewest(long sender, int limit);

    /** The sensors to which a sender can be assigned, by name. From memory. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN})
    List<Candidate> listCandidates();

    /** Senders that were assigned, by name. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN})
    List<Alias> listAssigned();

    /**
     * From now on what stands under the name is the sensor's; what is kept of it is run again.
     *
     * @param by name of the account that assigns
     * @return how far the messages have got; empty if the sensor is not registered, or the name is
     */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN})
    Optional<Supplier<Progress>> assign(SensorId name, SensorId sensor, String by);

    /** From now on what stands under the name lands here again. What was stored stays. False if it was not assigned. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN})
    boolean unassign(SensorId name, String by);

    /** Deletes a sender with its messages for good and says how many. The next message brings it back. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN})
    int delete(long sender, String by);

    /**
     * A registered sensor.
     *
     * @param series what it observes, by id; at least one
     */
    record Candidate(SensorId sensor, List<Series> series) {

        public Candidate {
            series = List.copyOf(series);
        }

        /** Where it hangs. */
        public String place() {
            return series.getFirst().place();
        }

        /** Whether it observes all of these properties. */
        public boolean observes(Set<String> propertyKeys) {
            return series.stream()
                    .map(one -> one.property().key())
                    .collect(Collectors.toSet())
                    .containsAll(propertyKeys);
        }
    }

    /** A message that is kept, and the values that the decoders find in it. */
    record Held(KeptMessage message, List<Found> values) {

        public Held {
            values = List.copyOf(values);
        }
    }

    /**
     * A value as it would become a reading.
     *
     * @param named the property as the message names it; any text
     * @param property what the cockpit understands by it; empty if it observes nothing of that name
     * @param foreignUnit the unit of the message if it is not the one of the property
     */
    record Found(
            String named,
            Optional<ObservedProperty> property,
            double value,
            Optional<String> foreignUnit,
            Instant time,
            boolean timedOnArrival) {}
}
