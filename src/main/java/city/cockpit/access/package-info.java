/** Who may do what: people and their roles, signing in, sessions, tokens, and the guards of every route. */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "measurement", "secret"})
package city.cockpit.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
