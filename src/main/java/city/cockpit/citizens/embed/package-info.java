/** Tiles, topics and maps on pages of others, and as pictures. See decision record 0079. */
@NullMarked
package city.cockpit.citizens.embed;

import org.jspecify.annotations.NullMarked;
