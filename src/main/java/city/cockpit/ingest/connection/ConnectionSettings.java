package city.cockpit.ingest.connection;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * With what the passwords of connections are kept, and how soon other nodes learn of a change.
 *
 * @param data folder of the installation's data
 */
@ConfigurationProperties("cockpit")
record ConnectionSettings(
        @DefaultValue("data") Path data, @DefaultValue Ingest ingest) {

    /**
     * @param connectionKey with which the passwords are encrypted, the same on all nodes; empty for one that the first
     *     node makes and keeps in its data folder
     * @param connectionsEvery time between two looks for changes of other nodes
     */
    record Ingest(
            @DefaultValue("") String connectionKey,
            @DefaultValue("2s") Duration connectionsEvery) {

        @Override
        public String toString() {
            return "connections every " + connectionsEvery;
        }
    }
}
