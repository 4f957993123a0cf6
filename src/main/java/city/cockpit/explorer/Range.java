package city.cockpit.explorer;

import java.time.Period;
import java.util.Arrays;
import java.util.Optional;

/** Spans that end now, which people ask for most. */
enum Range {
    DAY("24h", Period.ofDays(1)),
    WEEK("7d", Period.ofDays(7)),
    MONTH("30d", Period.ofDays(30)),
    YEAR("1y", Period.ofYears(1));

    private final String inAddress;
    private final Period length;

    Range(String inAddress, Period length) {
        this.inAddress = inAddress;
        this.length = length;
    }

    String inAddress() {
        return inAddress;
    }

    Period length() {
        return length;
    }

    /** The range of that name in an address. */
    static Optional<Range> named(String text) {
        return Arrays.stream(values())
                .filter(range -> range.inAddress.equals(text))
                .findFirst();
    }
}
