/** What integration tests stand on: a fresh database for each test and the packaged cockpit as a process of its own. */
@NullMarked
package city.cockpit.harness;

import org.jspecify.annotations.NullMarked;
