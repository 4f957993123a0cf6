package city.cockpit.mqtt;

import java.time.Instant;

/** How the cockpit stands with a broker, since when. */
public sealed interface ConnectionState {

    Instant since();

    /** The first attempt of this process is under way. */
    record Connecting(Instant since) implements ConnectionState {}

    /** Messages flow. */
    record Connected(Instant since) implements ConnectionState {}

    /** The broker is away; the cockpit tries again by itself, for ever. */
    record Lost(Instant since, ConnectionFailure failure) implements ConnectionState {}

    /** The broker answers and says no; the cockpit tries again by itself, for ever. */
    record Refused(Instant since, ConnectionFailure failure) implements ConnectionState {}
}
