package city.cockpit.live;

import java.time.Duration;

/**
 * How much time lies between two pictures of the city: little, so that a value is soon on the screen, but never so little
 * that telling every page takes more than a third of one processor. Any thread. See decision record 0032.
 */
final class Pace {

    /** Twice as many pictures nobody could tell apart. */
    static final Duration SHORTEST = Duration.ofMillis(300);

    /** However many pages are open, a value that is a second old looks late. */
    static final Duration LONGEST = Duration.ofSeconds(1);

    private static final int SHARE = 3;

    private volatile Duration pause = SHORTEST;

    /** A picture took so long to be shown everywhere. */
    void shown(Duration took) {
        var wanted = took.multipliedBy(SHARE);
        if (wanted.compareTo(SHORTEST) < 0) pause = SHORTEST;
        else pause = wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted;
    }

    /** From one picture to the next. */
    Duration pause() {
        return pause;
    }
}
