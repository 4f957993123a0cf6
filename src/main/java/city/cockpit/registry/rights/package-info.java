/** Who may publish what at the broker: accounts of devices and gateways, see src/docs/decisions/0048-rights-of-devices.md. */
@NullMarked
@NamedInterface("rights")
package city.cockpit.registry.rights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
