/** A town made up for looking at the screens without sensors, broker and database: for tests and for people. */
@NullMarked
package city.cockpit.preview;

import org.jspecify.annotations.NullMarked;
