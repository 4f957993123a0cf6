package city.cockpit.access.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long somebody stays signed in.
 *
 * @param idle without an open page; an open page keeps the session, so that a screen on the wall goes on
 * @param longest after this time everybody signs in again, whatever they do
 */
@ConfigurationProperties("cockpit.access.session")
record SessionSettings(
        @DefaultValue("30m") Duration idle,
        @DefaultValue("12h") Duration longest) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);

    public SessionSettings {
        if (idle.compareTo(SHORTEST) < 0 || longest.compareTo(idle) < 0)
            throw new IllegalArgumentException(
                    "cockpit.access.session.idle must be a minute or more, and longest at least as long as idle");
    }
}
