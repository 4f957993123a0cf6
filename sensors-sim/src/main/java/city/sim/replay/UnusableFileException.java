package city.sim.replay;

/** A mapping or a recording that cannot be used at all; the message is a plain sentence. */
public final class UnusableFileException extends Exception {

    UnusableFileException(String sentence) {
        super(sentence);
    }
}
