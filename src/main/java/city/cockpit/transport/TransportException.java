package city.cockpit.transport;

/** Certificates, keys or proxies are not usable as they are set up. The message is one plain sentence without a secret. */
public class TransportException extends RuntimeException {

    TransportException(String sentence) {
        super(sentence);
    }

    TransportException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
