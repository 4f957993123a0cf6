package city.cockpit.secret;

/** A secret can neither be read nor kept. The message is one plain sentence for the person who started the cockpit. */
public class SecretFileException extends RuntimeException {

    private static final long serialVersionUID = 1;

    SecretFileException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
