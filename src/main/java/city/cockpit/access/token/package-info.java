/** Keys for programs, and the guard of everything under {@code /api}. */
@NullMarked
package city.cockpit.access.token;

import org.jspecify.annotations.NullMarked;
