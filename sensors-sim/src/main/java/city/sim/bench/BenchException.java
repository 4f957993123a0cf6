package city.sim.bench;

/** A measurement that could not be taken; the message says why. */
public final class BenchException extends Exception {

    BenchException(String sentence) {
        super(sentence);
    }
}
