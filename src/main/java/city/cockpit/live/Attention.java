package city.cockpit.live;

import city.cockpit.measurement.Severity;
import java.util.Comparator;
import java.util.List;

/** In which order things deserve a look. */
public final class Attention {

    /**
     * First what a scheme finds most serious, together with what is far from usual, then domains of which all places are silent, then those of which at least a
     * quarter is, then the usual order of domains. Steps instead of shares, so that tiles do not change places for a single
     * sensor.
     */
    public static final Comparator<DomainState> FIRST = Comparator.comparing(
                    Attention::severity, Comparator.reverseOrder())
            .thenComparing(Attention::silence, Comparator.reverseOrder())
            .thenComparing(DomainState::domain);

    private Attention() {}

    /** The domains of the picture, most urgent first. */
    public static List<DomainState> order(CityPicture picture) {
        return picture.domains().values().stream().sorted(FIRST).toList();
    }

    private static Severity severity(DomainState domain) {
        return domain.assessment()
                .map(Assessment::band)
                .map(band -> band.severity())
                .filter(found -> found != Severity.GOOD)
                .orElse(isUnusual(domain) ? Severity.NOTICE : Severity.GOOD);
    }

    private static boolean isUnusual(DomainState domain) {
        return !domain.unusual().isEmpty() || WeatherSign.remarkable(domain).isPresent();
    }

    private static int silence(DomainState domain) {
        if (domain.state() == State.MAINTENANCE) return 0;
        if (!domain.state().isCurrent()) return 2;
        return 4 * (domain.known() - domain.reporting()) >= domain.known() ? 1 : 0;
    }
}
