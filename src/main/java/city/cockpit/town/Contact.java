package city.cockpit.town;

import java.util.regex.Pattern;

/**
 * Where citizens turn to. Each part may be empty.
 *
 * @param office name and address, with line breaks
 */
public record Contact(String office, String email, String phone) {

    public static final Contact NONE = new Contact("", "", "");

    public static final int LONGEST_OFFICE = 300;

    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(\\.[\\p{L}\\p{N}-]{1,63}){1,6}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()/.\\u2013-]{1,38}[0-9]");

    public Contact {
        PlainText.check(PlainText.fits(office, LONGEST_OFFICE), "name of an office", office);
        PlainText.check(isEmail(email), "mail address", email);
        PlainText.check(isPhone(phone), "telephone number", phone);
    }

    /** Whether it is empty or looks like an address; whether anybody reads it nobody knows. */
    public static boolean isEmail(String text) {
        return text.isEmpty() || (text.length() <= 254 && EMAIL.matcher(text).matches());
    }

    /** Whether it is empty or looks like a number one can dial. */
    public static boolean isPhone(String text) {
        return text.isEmpty() || PHONE.matcher(text).matches();
    }

    public boolean isEmpty() {
        return equals(NONE);
    }
}
