package city.cockpit.administration;

import city.cockpit.history.Edition;
import city.cockpit.ingest.Counts;
import city.cockpit.mqtt.ConnectionState;
import city.cockpit.platform.PlatformStatus;

/** How the cockpit itself is doing, at one moment. */
record SystemStatus(PlatformStatus platform, Edition edition, ConnectionState broker, Counts ledger) {}
