package city.cockpit.uikit;

import city.cockpit.live.State;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.Severity;
import java.time.Instant;
import java.util.Optional;

/**
 * Everything that stands on a tile, in the words of one language.
 *
 * @param domain chooses the icon
 * @param name what the tile is about
 * @param href where a click leads, relative to the base of the site
 * @param value the strong number; empty when there has never been one
 * @param unit unit of the value; empty for pure numbers
 * @param caption what the number is, or out of how many
 * @param band what the norm says; empty when no norm may judge the value
 * @param note how the value was averaged and which norm judged it; may be empty
 * @param source publisher and title of the norm; empty without one
 * @param state how current the value is
 * @param observedAt when the value held
 * @param moment that time in words
 * @param points the last 24 hours for the line, see {@link TrailLine}
 * @param sense one line that says what it means
 */
public record TileFace(
        Domain domain,
        String name,
        String href,
        Optional<String> value,
        String unit,
        String caption,
        Optional<Word> band,
        String note,
        String source,
        State state,
        Optional<Instant> observedAt,
        String moment,
        String points,
        String sense) {

    /** The word of a norm for a value and how serious it is, which chooses shape and colour. */
    public record Word(String text, Severity severity) {}
}
