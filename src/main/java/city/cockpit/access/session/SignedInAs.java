package city.cockpit.access.session;

import java.util.UUID;

/** What an authentication tells of the session it belongs to; holds nothing secret. */
record SignedInAs(UUID session) {}
