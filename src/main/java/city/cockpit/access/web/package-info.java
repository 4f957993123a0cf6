/** The chains of filters that every request passes, and what every answer says to the browser. */
@NullMarked
package city.cockpit.access.web;

import org.jspecify.annotations.NullMarked;
