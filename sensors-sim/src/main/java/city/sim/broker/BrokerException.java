package city.sim.broker;

import java.util.Objects;

/** A broker that cannot be reached, went away, or does not want what it was sent. The message is a plain sentence. */
public class BrokerException extends Exception {

    /** What the broker has to do with it. */
    public enum Cause {
        /** Not there, or not any more; may be tried again. */
        AWAY,
        /** It does not let this user in; trying again is of no use. */
        NO_ENTRY,
        /** It let the user in but refused the message. */
        REFUSED,
        /** Another client took the same name. */
        TAKEN_OVER
    }

    private final Cause reason;

    BrokerException(Cause reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    public Cause reason() {
        return reason;
    }
}
