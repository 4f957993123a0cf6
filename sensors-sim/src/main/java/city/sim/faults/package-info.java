/** Broken sensors: messages that a cockpit must refuse among ones that it must store. */
@NullMarked
package city.sim.faults;

import org.jspecify.annotations.NullMarked;
