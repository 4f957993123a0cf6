package city.sim.bench;

import java.util.Objects;

/** A measurement that could not be taken; the message says why. */
public final class BenchException extends Exception {

    BenchException(String sentence) {
        super(sentence);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
