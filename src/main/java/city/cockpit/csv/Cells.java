package city.cockpit.csv;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Texts and numbers as cells of a file of comma separated values. */
public final class Cells {

    private static final String APOSTROPHE = "'";
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern NEGATIVE = Pattern.compile("-\\d+([.,]\\d+)?");

    private Cells() {}

    /**
     * What strangers typed must not become a formula where somebody opens it: such a text begins with an apostrophe. A
     * negative number is one.
     */
    public static String harmless(String cell) {
        return FORMULA.matcher(cell).matches() && !NEGATIVE.matcher(cell).matches() ? APOSTROPHE + cell : cell;
    }

    /** The text that {@link #harmless} has made this of. */
    public static String plain(String cell) {
        return cell.startsWith(APOSTROPHE) && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }

    /** The shortest digits that mean this number, with a point and never with an exponent, which small programs misread. */
    public static String number(double number) {
        var text = Double.toString(number);
        if (text.indexOf('E') < 0) return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
        return new BigDecimal(text).toPlainString();
    }
}
