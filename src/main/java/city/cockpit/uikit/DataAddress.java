package city.cockpit.uikit;

import city.cockpit.measurement.Domain;
import city.cockpit.measurement.SeriesId;

/** Where programs and spreadsheets find the single readings of what everybody may see. These addresses stay. */
public final class DataAddress {

    /** Where all of them begin. */
    public static final String PATH = "data";

    private DataAddress() {}

    /** All places of a domain, relative to the base of the site. */
    public static String of(Domain domain) {
        return PATH + "/" + TileFaces.slug(domain) + ".csv";
    }

    /** One series, relative to the base of the site. */
    public static String of(SeriesId series) {
        return PATH + "/" + series + ".csv";
    }
}
