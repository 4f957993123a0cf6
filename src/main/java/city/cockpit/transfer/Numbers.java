package city.cockpit.transfer;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/** Values as files write them. */
final class Numbers {

    /** What stands where nothing was measured. */
    private static final Set<String> NOTHING = Set.of("", "-", "--", "---", "na", "n/a", "nan", "null", "none");

    private static final int LONGEST = 40;

    private Numbers() {}

    static boolean isNothing(String text) {
        return text.isEmpty() || (text.length() <= 4 && NOTHING.contains(text.toLowerCase(Locale.ROOT)));
    }

    /** The finite number that the text is; digits are not grouped. */
    static OptionalDouble read(String text, boolean comma) {
        if (text.length() > LONGEST || !isNumber(text, comma ? ',' : '.')) return OptionalDouble.empty();
        var value = Double.parseDouble(comma ? text.replace(',', '.') : text);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** Sign, digits, at most one point with a digit beside it, exponent: less than what Java takes for a number. */
    private static boolean isNumber(String text, char point) {
        var at = skipSign(text, 0);
        var begin = at;
        at = skipDigits(text, at);
        var digits = at - begin;
        if (at < text.length() && text.charAt(at) == point) {
            begin = at + 1;
            at = skipDigits(text, begin);
            digits += at - begin;
        }
        if (digits == 0) return false;
        if (at == text.length()) return true;
        if (text.charAt(at) != 'e' && text.charAt(at) != 'E') return false;
        begin = skipSign(text, at + 1);
        at = skipDigits(text, begin);
        return at > begin && at == text.length();
    }

    private static int skipSign(String text, int at) {
        return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? at + 1 : at;
    }

    private static int skipDigits(String text, int at) {
        var end = at;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') end++;
        return end;
    }
}
