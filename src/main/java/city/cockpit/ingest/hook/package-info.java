/**
 * Messages that network servers and devices send by HTTP instead of MQTT. They go the way of every message; see decision
 * record 0051.
 */
@NullMarked
@NamedInterface("hook")
package city.cockpit.ingest.hook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
