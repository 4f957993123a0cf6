/** From a sign-in that opens only the page for a new password to one that opens what the roles open. */
@NullMarked
package city.cockpit.access.admission;

import org.jspecify.annotations.NullMarked;
