package city.cockpit.history;

/**
 * The version of the rules by which readings become numbers: how the kinds of properties combine over time, which values are
 * believed, and how they are judged by their neighbours. It stands in the address of every evidence.
 */
public final class RuleVersion {

    /** To be raised with every change of those rules; {@code RuleVersionTests} knows the tables that belong to it. */
    public static final int CURRENT = 1;

    private RuleVersion() {}
}
