package city.cockpit.uikit;

import city.cockpit.measurement.Domain;
import city.cockpit.measurement.Severity;
import city.cockpit.measurement.Site;
import java.util.List;
import java.util.Optional;

/**
 * A site on the map and in the list, in the words of one language: both tell the same because both show this.
 *
 * @param faces what each domain says there, the most important first; at least one
 */
record SiteMarker(Site site, List<Face> faces) {

    SiteMarker {
        faces = List.copyOf(faces);
        if (faces.isEmpty()) throw new IllegalArgumentException("nothing to tell of " + site.key());
    }

    /** What the domain says at the site, without a domain the most important; empty if it says nothing. */
    Optional<Face> face(Optional<Domain> domain) {
        return faces.stream()
                .filter(face -> domain.isEmpty() || face.domain() == domain.get())
                .findFirst();
    }

    /**
     * What one domain says at a site.
     *
     * @param text a few letters that fit on the map, for example "P 112"
     * @param quantity the value with what it is, for example "112 von 180 frei"
     * @param verdict word of a band or of the state; may be empty
     * @param doubt what is said of a newer value that nobody believes; may be empty
     * @param words all of it as one sentence, for example "Parken 112 von 180 frei, wenige frei"
     */
    record Face(Domain domain, Look look, String text, String quantity, String verdict, String doubt, String words) {}

    /** Chooses shape and colour, most urgent first. */
    enum Look {
        ALARM,
        WARNING,
        NOTICE,
        GOOD,
        /** A current value that nothing judges. */
        PLAIN,
        /** Values that nobody believes. */
        IMPLAUSIBLE,
        /** No current value. */
        SILENT,
        /** Somebody works on it. */
        MAINTENANCE;

        static Look of(Severity severity) {
            return switch (severity) {
                case GOOD -> GOOD;
                case NOTICE -> NOTICE;
                case WARNING -> WARNING;
                case ALARM -> ALARM;
            };
        }
    }
}
