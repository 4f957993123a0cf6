package city.cockpit.basemap;

/** What became of a question for a tile. */
sealed interface Fetched {

    record Found(Image image) implements Fetched {}

    /** The service has none there. */
    record Absent() implements Fetched {}

    /** The service did not answer with an image; the reason is for the log. */
    record Unavailable(String reason) implements Fetched {}
}
