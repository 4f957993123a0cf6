package city.cockpit.label;

import java.io.IOException;

/** What labels are drawn with, in millimetres from their upper left corner. */
interface Pen {

    /** A black box. */
    void box(double x, double y, double width, double height) throws IOException;

    /**
     * Black letters.
     *
     * @param y of the line that they stand on
     */
    void text(double x, double y, double size, boolean bold, String text) throws IOException;
}
