/** One thread for what the other parts of this package look after every two seconds, and what it brings into the audit trail. */
@NullMarked
package city.cockpit.access.watch;

import org.jspecify.annotations.NullMarked;
