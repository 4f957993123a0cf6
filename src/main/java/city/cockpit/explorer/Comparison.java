package city.cockpit.explorer;

import java.util.Arrays;

/** What a course is compared with. */
enum Comparison {
    NONE(""),
    /** The same weekdays before. */
    BEFORE("before"),
    /** What is usual at the hours of the week. */
    USUAL("usual");

    private final String inAddress;

    Comparison(String inAddress) {
        this.inAddress = inAddress;
    }

    String inAddress() {
        return inAddress;
    }

    /** The one of that name in an address; none for any other text. */
    static Comparison named(String text) {
        return Arrays.stream(values())
                .filter(one -> one.inAddress.equals(text))
                .findFirst()
                .orElse(NONE);
    }
}
