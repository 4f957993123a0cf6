package city.cockpit.citizens.embed;

import city.cockpit.measurement.Domain;
import java.util.Locale;

/**
 * What somebody wants to have on a page of his own.
 *
 * @param topic the name of the domain in its address, of one of the languages
 */
record Embed(Domain domain, String topic, Part part, Locale language, Theme theme, Size size) {

    static final String PATH = "embed";

    /** The page for a frame, relative to the base of the site. */
    String address() {
        return PATH + "/" + topic + part.end() + wishes();
    }

    /**
     * The tile as a picture, relative to the base of the site.
     *
     * @param format svg or png
     */
    String picture(String format) {
        return PATH + "/" + topic + "." + format + wishes();
    }

    private String wishes() {
        return "?lang=%s&theme=%s&size=%s".formatted(language.getLanguage(), theme.inAddress(), size.inAddress());
    }
}
