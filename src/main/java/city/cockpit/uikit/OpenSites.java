package city.cockpit.uikit;

import city.cockpit.measurement.Site;
import java.time.Instant;

/** Tells whether it makes sense to send somebody to a site. Never blocks; any thread. */
@FunctionalInterface
interface OpenSites {

    /** Nothing is known of any. */
    OpenSites ALL = (site, at) -> true;

    /** Whether the site is open then, or nobody said when it is. */
    boolean mayBeOpen(Site site, Instant at);
}
