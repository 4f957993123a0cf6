package city.cockpit.town;

/**
 * The town's colour, of links and lines, on light and on dark paper. Kept as it was chosen: whether it can be read
 * depends on the paper, which may change with the design.
 */
public record Accent(HexColor light, HexColor dark) {

    /** The blue of the design. */
    public static final Accent DEFAULT = new Accent(new HexColor("#0b5c8a"), new HexColor("#7cc3ee"));

    /** A colour made for light paper is lifted further than it must, so that it looks as strong on dark paper. */
    private static final double DERIVED = 7.5;

    /** That colour on light paper, and the shade that belongs to it on dark paper. */
    public static Accent of(HexColor light) {
        return light.equals(DEFAULT.light) ? DEFAULT : new Accent(light, Paper.DARK.readable(light, DERIVED));
    }

    /** Whether text in this colour can be read on every paper. */
    public boolean isReadable() {
        return Paper.LIGHT.contrast(light) >= Contrast.TEXT && Paper.DARK.contrast(dark) >= Contrast.TEXT;
    }

    public boolean isDerived() {
        return equals(of(light));
    }
}
