package city.cockpit.ingest.kept;

/**
 * How far messages have got that are run again.
 *
 * @param messages how many are to be run again
 * @param taken how many brought readings that are stored now, or were before
 * @param refused how many were refused again
 * @param left how many somebody else runs again or has deleted
 * @param ended whether nothing is under way any more; if the sum is short, the rest was given up and is still kept
 */
public record Progress(int messages, int taken, int refused, int left, boolean ended) {

    static final Progress NOTHING = new Progress(0, 0, 0, 0, true);

    public int done() {
        return taken + refused + left;
    }
}
