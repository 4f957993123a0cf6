package city.cockpit.mqtt;

import java.time.Instant;

/** How the cockpit stands with the broker, since when. */
public sealed interface ConnectionState {

    Instant since();

    /** The first attempt of this process is under way. */
    record Connecting(Instant since) implements ConnectionState {}

    /** Messages flow. */
    record Connected(Instant since) implements ConnectionState {}

    /**
     * The broker is away; the cockpit tries again by itself, for ever.
     *
     * @param reason one technical sentence
     */
    record Lost(Instant since, String reason) implements ConnectionState {}

    /**
     * The broker answers and says no; the cockpit tries again by itself, for ever.
     *
     * @param reason what the broker said
     */
    record Refused(Instant since, String reason) implements ConnectionState {}
}
