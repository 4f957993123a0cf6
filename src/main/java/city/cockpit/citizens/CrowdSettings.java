package city.cockpit.citizens;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many people may look at once.
 *
 * @param pages so many open pages are updated by push; whoever comes beyond that gets one that renews itself. 0 for what this
 *     process can carry, see {@link #most()}
 * @param patience for how long the server remembers a visitor without an account who has no page open any more
 */
@ConfigurationProperties("cockpit.crowd")
record CrowdSettings(
        @DefaultValue("0") int pages, @DefaultValue("60s") Duration patience) {

    /** What the cockpit takes besides its pages, and what a page takes with a margin; decision record 0081. */
    private static final long BASE_BYTES = 256L << 20;

    private static final long PAGE_BYTES = 300L << 10;

    /** What a processor can push to once a second with a margin for all else. */
    private static final int PAGES_PER_PROCESSOR = 600;

    CrowdSettings {
        if (pages < 0 || !patience.isPositive())
            throw new IllegalArgumentException("cockpit.crowd: %d pages, patience %s".formatted(pages, patience));
    }

    /** So many open pages are updated by push. */
    int most() {
        if (pages > 0) return pages;
        var runtime = Runtime.getRuntime();
        var byMemory = Math.max(0, runtime.maxMemory() - BASE_BYTES) / PAGE_BYTES;
        return (int) Math.clamp(byMemory, 100, (long) PAGES_PER_PROCESSOR * runtime.availableProcessors());
    }
}
