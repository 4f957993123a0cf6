/** Connections to further brokers: the table they are kept in, what runs of them, and the API to change them. */
@NullMarked
@NamedInterface("connection")
package city.cockpit.ingest.connection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
