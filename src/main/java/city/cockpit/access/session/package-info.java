/** Who is signed in where: the table of sessions, and the browsers' sessions that this node holds. */
@NullMarked
package city.cockpit.access.session;

import org.jspecify.annotations.NullMarked;
