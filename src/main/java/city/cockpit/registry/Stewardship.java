package city.cockpit.registry;

import java.util.Optional;

/**
 * Who answers for a sensor, and on what terms its values are used. Empty where nobody said.
 *
 * @param owner to whom it belongs
 * @param contact whom to ask, e.g. a mail address; shown to people who are signed in only
 * @param licence of the data, where it is not the town's
 * @param purpose what for
 */
public record Stewardship(
        String owner, String contact, String licence, String purpose, Optional<PrivacyCheck> privacyCheck) {

    public static final int LONGEST_NAME = 200;
    public static final int LONGEST_PURPOSE = 500;

    /** Nobody has said anything. */
    public static final Stewardship UNKNOWN = new Stewardship("", "", "", "", Optional.empty());

    public Stewardship {
        Texts.check("owner", owner, LONGEST_NAME);
        Texts.check("contact", contact, LONGEST_NAME);
        Texts.check("licence", licence, LONGEST_NAME);
        Texts.check("purpose", purpose, LONGEST_PURPOSE);
    }
}
