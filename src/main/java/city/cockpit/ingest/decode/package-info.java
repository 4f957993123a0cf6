/** One class for each format in which sensors write: from the bytes of a message to values that are not checked yet. */
@NullMarked
package city.cockpit.ingest.decode;

import org.jspecify.annotations.NullMarked;
