package city.cockpit.measurement;

/** Where somebody works for a while, beside the devices that are registered as being maintained. From memory, any thread. */
@FunctionalInterface
public interface WorkSites {

    /** Whether somebody works there now: its values count for nothing as long, and nobody misses it. */
    boolean isWorkedOn(Series series);
}
