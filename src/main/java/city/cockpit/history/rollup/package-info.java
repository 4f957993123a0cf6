/** Readings of an hour and of a day of the town, added up once, and everything that is answered from them. */
@NullMarked
package city.cockpit.history.rollup;

import org.jspecify.annotations.NullMarked;
