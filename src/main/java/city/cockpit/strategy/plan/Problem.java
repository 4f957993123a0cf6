package city.cockpit.strategy.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that is wrong with a strategy.
 *
 * @param item where it is
 * @param details for the sentence about it, for example the title of a milestone or two dates
 */
public record Problem(Kind kind, Optional<ItemId> item, List<String> details) {

    public Problem {
        details = List.copyOf(details);
    }

    /** What can be wrong. The sentences are {@code strategy.problem.NAME}, with the details as {0}, {1} and so on. */
    public enum Kind {
        TITLE_MISSING(true),
        TEXT_TOO_LONG(true),
        ID_TWICE(true),
        UNKNOWN_REFERENCE(true),
        CYCLIC_GOALS(true),
        WEIGHT_NOT_POSITIVE(true),
        SHARE_OUT_OF_RANGE(true),
        END_BEFORE_START(true),
        REASON_MISSING(true),
        DONE_WITHOUT_EVIDENCE(true),
        DONE_IN_FUTURE(true),
        NEGATIVE_MONEY(true),
        TARGET_BEFORE_BASELINE(true),
        TARGET_AGAINST_DIRECTION(true),
        RANGE_UPSIDE_DOWN(true),
        WAYPOINTS_OUT_OF_ORDER(true),
        ENTRY_UPSIDE_DOWN(true),
        NOT_A_NUMBER(true),
        LEVEL_MISSING(true),
        AREA_MISSING(true),
        PLACES_DO_NOT_FIT(true),
        COVERAGE_OUT_OF_RANGE(true),
        NOT_AN_ADDRESS(true),
        NEGATIVE_POSTS(true),
        PERIOD_UPSIDE_DOWN(true),
        KEY_MALFORMED(true),
        POPULATION_NEGATIVE(true),
        NO_MONTH(true),
        GOAL_WITHOUT_ANYTHING(false),
        TARGET_CHANGED_SILENTLY(false),
        STRATEGY_WITHOUT_TITLE(false);

        private final boolean refused;

        Kind(boolean refused) {
            this.refused = refused;
        }

        /** Whether a draft with it is not saved at all; otherwise it only keeps a strategy from being published. */
        public boolean isRefused() {
            return refused;
        }

        /** Name of the sentence in the resource bundles. */
        public String text() {
            return "strategy.problem." + name();
        }
    }

    /** The title of the item is the first detail. */
    static Problem of(Kind kind, Item item, Object... details) {
        return new Problem(
                kind,
                Optional.of(item.id()),
                Stream.concat(Stream.of(item.title()), Arrays.stream(details).map(Object::toString))
                        .toList());
    }
}
