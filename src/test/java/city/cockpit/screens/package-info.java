/** The screens as people meet them: the packaged cockpit, a browser and a device. */
@NullMarked
package city.cockpit.screens;

import org.jspecify.annotations.NullMarked;
