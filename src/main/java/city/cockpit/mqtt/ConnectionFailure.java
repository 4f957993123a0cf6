package city.cockpit.mqtt;

/**
 * Why a connection does not stand.
 *
 * @param detail one technical sentence for the log, without a secret
 */
public record ConnectionFailure(Cause cause, String detail) {

    /** The words for people belong to the screens: {@code failure.NAME}. */
    public enum Cause {
        /** No name server knows the host. */
        UNKNOWN_HOST,
        /** Nothing answers at the address. */
        NOT_REACHABLE,
        /** Something is there and does not answer in time. */
        NO_ANSWER,
        /** What answers does not encrypt, or speaks no MQTT. */
        NOT_A_BROKER,
        /** Nobody trusted vouches for the certificate. */
        CERTIFICATE,
        /** The certificate is another host's. */
        CERTIFICATE_NAME,
        /** Those who are to vouch cannot be read. */
        AUTHORITY,
        WRONG_PASSWORD,
        NOT_AUTHORIZED,
        /** The broker does not let the cockpit listen to any of the topics. */
        TOPICS_REFUSED,
        OLD_PROTOCOL,
        CLIENT_ID_REFUSED,
        /** Another client has the same client id. */
        TAKEN_OVER,
        SHUTTING_DOWN,
        /** The broker sends more than was asked for. */
        FLOODED,
        /** It was there and is gone. */
        CUT,
        /** The stored password cannot be decrypted. */
        PASSWORD_UNREADABLE,
        /** Something else, see the detail. */
        OTHER
    }

    @Override
    public String toString() {
        return detail;
    }
}
