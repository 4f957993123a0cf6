package city.cockpit.platform;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Keeps out of the log that somebody knocked at the broker and was not let in: everybody may knock, as often as they like,
 * and would fill it. Of an account of the registry its page tells it.
 */
public final class KnocksAtTheBroker extends TurboFilter {

    private static final String HANDSHAKE_FAILED = "AMQ222208";
    private static final String NOT_LET_IN = "AMQ222216";

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            @Nullable Logger logger,
            @Nullable Level level,
            @Nullable String format,
            Object @Nullable [] parameters,
            @Nullable Throwable problem) {
        return format != null && (format.startsWith(HANDSHAKE_FAILED) || format.startsWith(NOT_LET_IN))
                ? FilterReply.DENY
                : FilterReply.NEUTRAL;
    }
}
