package city.cockpit.administration;

import city.cockpit.administration.PartState.Bytes;
import city.cockpit.mqtt.ConnectionFailure;
import city.cockpit.nodes.NodeStatus;
import city.cockpit.uikit.Wording;
import java.time.Instant;
import java.util.List;

/** Puts the state of the cockpit into words for one reader. */
final class StatusWords {

    private static final long KILO = 1_000;
    private static final List<String> UNITS = List.of("kB", "MB", "GB", "TB");

    private final Wording words;

    StatusWords(Wording words) {
        this.words = words;
    }

    String name(Part part) {
        return words.text("part." + part);
    }

    String name(Condition condition) {
        return words.text("condition." + condition);
    }

    String sentence(PartState state, Instant now) {
        return words.text(
                state.sentence(),
                state.values().stream().map(value -> inWords(value, now)).toArray());
    }

    /** Since when a node is there and when it was last heard of, or that it is away and who stands in. */
    String node(NodeStatus node, Instant now) {
        var seen = words.formats().moment(node.seenAt(), now);
        if (!node.away()) return words.text("status.node.here", words.formats().moment(node.since(), now), seen);
        return node.heir()
                .map(heir -> words.text("status.node.away-heir", seen, heir))
                .orElseGet(() -> words.text("status.node.away", seen));
    }

    /** All parts in one sentence: that nothing needs to be done, or where. */
    String summary(List<PartState> parts) {
        var worst = Parts.worst(parts);
        var concerned = parts.stream()
                .filter(state -> state.condition() == worst)
                .map(state -> name(state.part()))
                .toList();
        return switch (worst) {
            case GOOD, UNUSED -> words.text("status.all-good");
            case NOTICE -> words.text("status.look-at", words.list(concerned));
            case BAD -> words.text("status.broken", words.list(concerned));
        };
    }

    private Object inWords(Object value, Instant now) {
        return switch (value) {
            case Instant moment -> words.formats().moment(moment, now);
            case Bytes size -> size(size.count());
            case ConnectionFailure failure -> words.text("failure." + failure.cause());
            case Long count -> words.formats().count(count);
            default -> value;
        };
    }

    /** In the unit that leaves a number of at most three digits before the point. */
    String size(long bytes) {
        var value = (double) bytes / KILO;
        var unit = 0;
        while (value >= KILO && unit < UNITS.size() - 1) {
            value /= KILO;
            unit++;
        }
        return words.formats().number(value, unit > 1 && value < 100 ? 1 : 0) + "\u00a0" + UNITS.get(unit);
    }
}
