package city.cockpit.label;

import java.util.List;

/**
 * What hangs at a place where something is measured, for whoever walks by.
 *
 * @param place as people know it
 * @param district part of the town; may be empty
 * @param heading stands above what is measured
 * @param measured what is measured there, in words
 * @param address to which the code leads
 * @param invitation what it is good for to scan it
 * @param promise what nobody needs for it
 */
public record Poster(
        String town,
        String place,
        String district,
        String heading,
        List<String> measured,
        String address,
        String invitation,
        String promise) {

    public Poster {
        measured = List.copyOf(measured);
    }
}
