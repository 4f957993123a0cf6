/** One thread for what the other parts of this package look after every two seconds. */
@NullMarked
package city.cockpit.access.watch;

import org.jspecify.annotations.NullMarked;
