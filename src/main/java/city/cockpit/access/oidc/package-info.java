/** Signing in at the town's identity provider by OpenID Connect; does nothing where none is set up. */
@NullMarked
package city.cockpit.access.oidc;

import org.jspecify.annotations.NullMarked;
