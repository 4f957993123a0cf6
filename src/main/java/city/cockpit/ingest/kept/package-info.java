/**
 * What was refused: kept whole within limits, grouped, and run again; and the inbox of senders that nobody registered. See
 * decision record 0029.
 */
@NullMarked
@NamedInterface("kept")
package city.cockpit.ingest.kept;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
