package city.sim;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads fields that the command line has filled. */
final class Options {

    private Options() {}

    /** The value of a required option, which the parser has set by the time a command runs. */
    static <T> T given(@Nullable T option) {
        return Objects.requireNonNull(option);
    }
}
