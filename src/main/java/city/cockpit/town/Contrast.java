package city.cockpit.town;

/**
 * How well one colour stands out against another, after the Web Content Accessibility Guidelines 2.2
 * (<a href="https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio">contrast ratio</a> and
 * <a href="https://www.w3.org/TR/WCAG22/#dfn-relative-luminance">relative luminance</a>).
 */
public final class Contrast {

    /** Least for text (success criterion 1.4.3, level AA). */
    public static final double TEXT = 4.5;

    /** Least for lines and shapes that carry meaning (success criterion 1.4.11). */
    public static final double SHAPE = 3;

    private Contrast() {}

    /** From 1 (the same) to 21 (black and white), whichever comes first. */
    public static double ratio(HexColor one, HexColor other) {
        var brighter = Math.max(luminance(one), luminance(other));
        var darker = Math.min(luminance(one), luminance(other));
        return (brighter + 0.05) / (darker + 0.05);
    }

    /** From 0 (black) to 1 (white). */
    static double luminance(HexColor color) {
        return 0.2126 * linear(color.red()) + 0.7152 * linear(color.green()) + 0.0722 * linear(color.blue());
    }

    private static double linear(int channel) {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
