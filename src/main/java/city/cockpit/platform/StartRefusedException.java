package city.cockpit.platform;

/** The cockpit cannot start as it is set up. The message is one plain sentence for the person who started it. */
public class StartRefusedException extends RuntimeException {

    public StartRefusedException(String sentence) {
        super(sentence);
    }

    public StartRefusedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
