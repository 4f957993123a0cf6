package city.cockpit.uikit;

import java.util.Arrays;

/** How a course is told. */
public enum CourseForm {
    CHART(""),
    TABLE("table"),
    TEXT("text");

    private final String inAddress;

    CourseForm(String inAddress) {
        this.inAddress = inAddress;
    }

    public String inAddress() {
        return inAddress;
    }

    /** The one of that name in an address; a chart for any other text. */
    public static CourseForm named(String text) {
        return Arrays.stream(values())
                .filter(one -> one.inAddress.equals(text))
                .findFirst()
                .orElse(CHART);
    }
}
