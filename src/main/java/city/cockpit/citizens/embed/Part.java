package city.cockpit.citizens.embed;

/** What of a topic is embedded; the words are {@code embed.part.NAME}. */
enum Part {
    /** The one tile. */
    TILE(""),
    /** The tile and every place. */
    PLACES("/places"),
    /** The places on a map, and as a list below it. */
    MAP("/map");

    /** The end of its address. */
    private final String end;

    Part(String end) {
        this.end = end;
    }

    String end() {
        return end;
    }

    /** From its address to the base of the site. */
    String toBase() {
        return end.isEmpty() ? "../" : "../../";
    }
}
