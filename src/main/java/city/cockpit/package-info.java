/** The urban cockpit: collects what a town's sensors publish, keeps it and shows it. */
@NullMarked
package city.cockpit;

import org.jspecify.annotations.NullMarked;
