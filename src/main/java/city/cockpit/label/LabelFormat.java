package city.cockpit.label;

/** Sheets of labels that shops have, in millimetres on A4. The words are {@code label.format.NAME}. */
public enum LabelFormat {
    /** Weatherproof foil; Avery L4773, 24 to a sheet. */
    L4773(3, 8, 63.5, 33.9, 7.2, 12.9, 66.0, 33.9, 0.5),
    /** Avery 3475, 24 to a sheet, up to its edges: nothing is printed near them. */
    A3475(3, 8, 70, 36, 0, 4.5, 70, 36, 2.5),
    /** Avery L7163, 14 to a sheet. */
    L7163(2, 7, 99.1, 38.1, 4.65, 15.15, 101.6, 38.1, 0.5),
    /** Avery 4780, 40 to a sheet. */
    A4780(4, 10, 48.5, 25.4, 8, 21.5, 48.5, 25.4, 0.5),
    /** Plain paper to cut, 8 to a sheet, with lines. */
    PLAIN(2, 4, 95, 65, 10, 18.5, 95, 65, 1);

    private final int columns;
    private final int rows;
    private final double width;
    private final double height;
    private final double left;
    private final double top;
    private final double pitchX;
    private final double pitchY;
    private final double inset;

    LabelFormat(
            int columns,
            int rows,
            double width,
            double height,
            double left,
            double top,
            double pitchX,
            double pitchY,
            double inset) {
        this.columns = columns;
        this.rows = rows;
        this.width = width;
        this.height = height;
        this.left = left;
        this.top = top;
        this.pitchX = pitchX;
        this.pitchY = pitchY;
        this.inset = inset;
    }

    /** How many stand on a sheet. */
    public int perSheet() {
        return columns * rows;
    }

    /** How many sheets that many labels take, the first one from that position on. */
    public int sheets(int labels, int start) {
        return (start - 1 + labels + perSheet() - 1) / perSheet();
    }

    public double width() {
        return width;
    }

    public double height() {
        return height;
    }

    /** What is left free at the sides, since printers do not reach the edges of a sheet. */
    double inset() {
        return inset;
    }

    boolean isToBeCut() {
        return this == PLAIN;
    }

    /** From the left edge of the sheet. */
    double x(int position) {
        var column = position % columns;
        return left + column * pitchX;
    }

    /** From the upper edge of the sheet. */
    double y(int position) {
        var row = position / columns;
        return top + row * pitchY;
    }
}
