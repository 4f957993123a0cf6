package city.cockpit.csv;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Texts and numbers as cells of a file of comma separated values. */
public final class Cells {

    private static final String STARTS_OF_FORMULAS = "=+-@\t\r";
    private static final Pattern NEGATIVE = Pattern.compile("-\\d+([.,]\\d+)?");

    private Cells() {}

    /**
     * What strangers typed must not become a formula where somebody opens it: such a text begins with an apostrophe. A
     * negative number is one.
     */
    public static String harmless(String cell) {
        if (cell.isEmpty() || STARTS_OF_FORMULAS.indexOf(cell.charAt(0)) < 0) return cell;
        return NEGATIVE.matcher(cell).matches() ? cell : "'" + cell;
    }

    /** The shortest digits that mean this number, with a point and never with an exponent, which small programs misread. */
    public static String number(double number) {
        var text = Double.toString(number);
        if (text.indexOf('E') < 0) return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
        return new BigDecimal(text).toPlainString();
    }
}
