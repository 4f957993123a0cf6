/**
 * Several cockpits on one broker and one database: each shows what the others stored, and the messages that wait for one
 * that is away are fetched by another. See decision record 0030.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"live", "mqtt", "registry", "measurement"})
package city.cockpit.nodes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
