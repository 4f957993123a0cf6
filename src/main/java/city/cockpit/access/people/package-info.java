/** The table of people, their passwords and one-time links. */
@NullMarked
package city.cockpit.access.people;

import org.jspecify.annotations.NullMarked;
