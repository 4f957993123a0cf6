/** Signing in with name and password: how often it may be tried, on which devices it worked before, and what failed. */
@NullMarked
package city.cockpit.access.signin;

import org.jspecify.annotations.NullMarked;
