package city.cockpit.access.signin;

import city.cockpit.access.SignInName;
import java.util.Optional;

/** Where a password comes from. */
record Visit(String address, Optional<SignInName> name, Optional<String> knownDevice) {}
