package city.cockpit.uikit;

import city.cockpit.measurement.Domain;
import city.cockpit.measurement.Series;

/** The addresses of the form on which everybody says that something is wrong, relative to the base of the site. */
public final class ReportAddress {

    public static final String PATH = "report";

    /** Parameter with the name of a topic, see {@link TopicAddress}. */
    public static final String TOPIC = "topic";

    /** Parameter with the key of a site. */
    public static final String SITE = "site";

    private ReportAddress() {}

    /** About a whole topic. */
    public static String of(Domain domain, Wording words) {
        return PATH + "?" + TOPIC + "=" + TopicAddress.of(domain, words).substring(TopicAddress.PATH.length() + 1);
    }

    /** About a place. */
    public static String ofSite(String key) {
        return PATH + "?" + SITE + "=" + key;
    }

    /** About what is measured at a place. */
    static String of(Series series, Wording words) {
        return of(series.property().domain(), words) + "&" + SITE + "="
                + series.site().key();
    }
}
