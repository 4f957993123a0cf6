package city.cockpit.town;

import java.util.regex.Pattern;

/** Text that people typed: no HTML, no control characters, nothing that turns the direction of reading. */
public final class PlainText {

    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}&&[^\\n]]|[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]|\\p{Cs}|\\p{Co}");

    private static final Pattern BLANKS = Pattern.compile("[\\s\u00a0]+");

    private PlainText() {}

    /** The text as it is kept: line ends as {@code \n}, tabs as spaces, nothing blank at either end. */
    public static String tidy(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ').strip();
    }

    /** Whether it can be kept as it is, up to that many characters. */
    public static boolean fits(String text, int longest) {
        return text.length() <= longest && !UNSEEN.matcher(text).find();
    }

    /** Whether it can be kept as it is and has one line at most. */
    public static boolean fitsOneLine(String text, int longest) {
        return fits(text, longest) && text.indexOf('\n') < 0;
    }

    /** What strangers wrote, as one line without what cannot be seen; what is longer ends with "…". */
    public static String oneLine(String text, int longest) {
        var line = BLANKS.matcher(UNSEEN.matcher(text.replaceAll("\\R|\t", " ")).replaceAll(""))
                .replaceAll(" ")
                .strip();
        if (line.length() <= longest) return line;
        var end = longest - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end)
                        .strip() + "…";
    }

    static void check(boolean fits, String what, String text) {
        if (!fits) throw new IllegalArgumentException("not a %s: '%.40s'".formatted(what, text));
    }
}
