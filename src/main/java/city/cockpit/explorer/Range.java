package city.cockpit.explorer;

import java.time.Duration;
import java.util.Arrays;

/** How far a chart looks back, and in which steps. */
enum Range {
    DAY("24h", Duration.ofHours(24), Duration.ofMinutes(15)),
    WEEK("7d", Duration.ofDays(7), Duration.ofHours(1));

    private final String inAddress;
    private final Duration length;
    private final Duration step;

    Range(String inAddress, Duration length, Duration step) {
        this.inAddress = inAddress;
        this.length = length;
        this.step = step;
    }

    String inAddress() {
        return inAddress;
    }

    Duration length() {
        return length;
    }

    Duration step() {
        return step;
    }

    /** The range of that name in an address; a day for any other text. */
    static Range named(String text) {
        return Arrays.stream(values())
                .filter(range -> range.inAddress.equals(text))
                .findFirst()
                .orElse(DAY);
    }
}
