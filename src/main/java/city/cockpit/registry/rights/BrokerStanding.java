package city.cockpit.registry.rights;

import java.time.Instant;
import java.util.Set;

/** Whether the broker acts by what is kept here. */
public sealed interface BrokerStanding {

    /** The embedded one asks at every message. */
    record Embedded() implements BrokerStanding {}

    /**
     * A broker outside does as it was told.
     *
     * @param withoutPassword accounts whose password it does not know any more, so that they need a new one
     */
    record InStep(Instant since, Set<String> withoutPassword) implements BrokerStanding {

        public InStep {
            withoutPassword = Set.copyOf(withoutPassword);
        }
    }

    /** It is away; what was changed meanwhile takes effect when it is back. */
    record Away(Instant since) implements BrokerStanding {}

    /** It is there, but has no dynamic-security plug-in, or does not let the cockpit use it. */
    record NotOffered(Instant since) implements BrokerStanding {}
}
