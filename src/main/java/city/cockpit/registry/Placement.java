package city.cockpit.registry;

import java.util.OptionalInt;

/**
 * How a device hangs at its site.
 *
 * @param orientation where it looks, in degrees from north, clockwise, 0 to 359; empty where that means nothing
 * @param surroundings what stands around it, in words; empty if nobody said
 */
public record Placement(OptionalInt orientation, String surroundings) {

    public static final int LONGEST_TEXT = 500;

    /** Nobody has said anything. */
    public static final Placement UNKNOWN = new Placement(OptionalInt.empty(), "");

    public Placement {
        Texts.check("surroundings", surroundings, LONGEST_TEXT);
        if (orientation.isPresent() && (orientation.getAsInt() < 0 || orientation.getAsInt() > 359))
            throw new IllegalArgumentException("orientation is " + orientation.getAsInt());
    }
}
