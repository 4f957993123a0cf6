/** From a sample, a sender of the inbox or a QR code to a registered sensor: drafts, proposals and their checks. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"registry", "ingest", "ingest :: kept", "town", "measurement", "audit", "access"})
package city.cockpit.onboarding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
