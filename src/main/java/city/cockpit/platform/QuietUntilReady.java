package city.cockpit.platform;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/**
 * What of the log reaches the terminal: nothing until the cockpit is ready, since a start that fails is explained in a
 * sentence, then warnings and errors.
 */
public final class QuietUntilReady extends Filter<ILoggingEvent> {

    private static volatile boolean open;

    static void open() {
        open = true;
    }

    @Override
    public FilterReply decide(ILoggingEvent event) {
        return open && event.getLevel().isGreaterOrEqual(Level.WARN) ? FilterReply.NEUTRAL : FilterReply.DENY;
    }
}
