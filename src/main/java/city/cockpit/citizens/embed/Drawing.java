package city.cockpit.citizens.embed;

import java.awt.Shape;
import java.util.List;

/**
 * A picture made of outlines alone, so that it looks the same wherever it is shown and needs no fonts there.
 *
 * @param words what it says to those who do not see it
 */
record Drawing(double width, double height, String title, String words, List<Painted> parts) {

    Drawing {
        parts = List.copyOf(parts);
    }

    /**
     * An outline in the colour of a role.
     *
     * @param stroke width of its line; none for 0
     */
    record Painted(Shape shape, String role, boolean isFilled, double stroke) {

        static Painted filled(Shape shape, String role) {
            return new Painted(shape, role, true, 0);
        }

        static Painted line(Shape shape, String role, double stroke) {
            return new Painted(shape, role, false, stroke);
        }
    }
}
