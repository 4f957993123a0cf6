package city.cockpit.history;

/** Marks what this town's cockpit has said in an address, so that nobody can put other numbers into its mouth. Any thread. */
public interface NumberSeal {

    /**
     * The mark of a text: short, for addresses, the same on every node and for ever. Blocks for one query the first time.
     *
     * @throws org.springframework.dao.DataAccessException the database did not answer
     */
    String of(String text);

    /** Whether the mark is that of the text; in constant time. Else like {@link #of}. */
    boolean fits(String text, String mark);
}
