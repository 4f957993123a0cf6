package city.cockpit.registry;

import java.time.LocalDate;

/**
 * Somebody has looked whether the device could tell anything of people.
 *
 * @param by who looked, in words
 * @param note what was found, e.g. that a microphone stores no sound; may be empty
 */
public record PrivacyCheck(LocalDate day, String by, String note) {

    public static final int LONGEST_NAME = 100;
    public static final int LONGEST_NOTE = 500;

    public PrivacyCheck {
        Texts.check("privacy check by", by, LONGEST_NAME);
        Texts.check("privacy check note", note, LONGEST_NOTE);
        if (by.isBlank()) throw new IllegalArgumentException("nobody has made the privacy check");
    }
}
