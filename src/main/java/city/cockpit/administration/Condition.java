package city.cockpit.administration;

/** How a part of the cockpit does, best first. The texts are {@code condition.NAME}. */
enum Condition {
    GOOD,
    /** The town does without; nothing is wrong. */
    UNUSED,
    /** Works, but somebody should look at it. */
    NOTICE,
    BAD
}
