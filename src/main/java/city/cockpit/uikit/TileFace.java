package city.cockpit.uikit;

import city.cockpit.live.State;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that stands on a tile, in the words of one language.
 *
 * @param anchor id of the tile in its page, the target of links from sentences
 * @param domain chooses the icon
 * @param name what the tile is about
 * @param href where a click leads, relative to the base of the site
 * @param value the strong number; empty when there has never been one
 * @param unit unit of the value; empty for pure numbers
 * @param caption what the number is, or out of how many
 * @param band what a scheme says, or of air what decided its word; empty when no scheme may judge the value
 * @param scale where the judged value lies among the bands; empty where that says nothing about the number
 * @param state how current the value is
 * @param observedAt when the value held
 * @param moment that time in words
 * @param points the last 24 hours for the line, see {@link TrailLine}
 * @param lowest the lowest value of those 24 hours in words; may be empty
 * @param highest the highest value of those 24 hours in words; may be empty
 * @param doubt says that a newer value is implausible and does not count; empty without one
 * @param sense one line that says what it means
 * @param usual how the last hour was against what is usual then; may be empty
 * @param newestProof address at which the newest number of the tile is proved
 * @param proof address at which exactly this number is; empty without one
 * @param source publisher and title of the norm; empty without one
 * @param timing says that the time is that of the arrival; empty if the sensor named it
 * @param about one line about the data: averaging, norm, timing, where the values come from
 */
public record TileFace(
        String anchor,
        Domain domain,
        String name,
        String href,
        Optional<String> value,
        String unit,
        String caption,
        Optional<Word> band,
        Optional<Scale> scale,
        State state,
        Optional<Instant> observedAt,
        String moment,
        String points,
        String lowest,
        String highest,
        Optional<String> doubt,
        String sense,
        String usual,
        String newestProof,
        Optional<String> proof,
        String source,
        String timing,
        String about) {

    /** The id of a domain's tile in its page. */
    public static String anchorOf(Domain domain) {
        return "tile-" + TileFaces.slug(domain);
    }

    /** The word of a norm for a value and how serious it is, which chooses shape and colour. */
    public record Word(String text, Severity severity) {}

    /**
     * The bands of a scheme side by side.
     *
     * @param at place of the value from 0 to 1
     */
    public record Scale(double at, List<Segment> segments) {
        public Scale {
            segments = List.copyOf(segments);
        }
    }

    /**
     * A band on the scale.
     *
     * @param until where it ends, from 0 to 1
     */
    public record Segment(double until, Severity severity) {}
}
