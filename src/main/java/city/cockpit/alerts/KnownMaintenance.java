package city.cockpit.alerts;

import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.measurement.WorkSites;
import city.cockpit.registry.rights.Gateways;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The maintenance windows that go on or begin soon, in memory, asked for anew at each look at the rules and when somebody
 * here changed one. Any thread asks where somebody works.
 */
@Component
class KnownMaintenance implements WorkSites {

    /** So far ahead windows are known; what is made by another node later is known with the next look. */
    private static final Duration AHEAD = Duration.ofHours(1);

    private final MaintenanceTable table;
    private final Gateways gateways;
    private final SeriesCatalog catalog;
    private final InstantSource clock;
    private volatile List<Site> known = List.of();

    KnownMaintenance(MaintenanceTable table, Gateways gateways, SeriesCatalog catalog, InstantSource clock) {
        this.table = table;
        this.gateways = gateways;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** A window with the devices behind its gateway, if it is about one. */
    private record Site(MaintenanceWindow window, Set<SensorId> behind) {

        private boolean covers(Series series) {
            var key = window.target().key();
            return switch (window.target().kind()) {
                case SENSOR -> series.id().sensor().value().equals(key);
                case SITE -> series.site().key().equals(key);
                case GATEWAY -> behind.contains(series.id().sensor());
            };
        }
    }

    /** What may have been true or will soon be, at several moments. Immutable. */
    record Known(List<Site> sites) {

        boolean isWorkedOn(Series series, Instant at) {
            return sites.stream().anyMatch(site -> site.window().goesOnAt(at) && site.covers(series));
        }
    }

    /** Asks the database. Blocks. */
    void renew() {
        var now = clock.instant();
        known = sites(table.listWithin(now, now.plus(AHEAD)));
    }

    /** Who worked where in that time. Blocks. */
    Known within(Instant from, Instant to) {
        return new Known(sites(table.listWithin(from, to)));
    }

    private List<Site> sites(Collection<MaintenanceWindow> windows) {
        return windows.stream()
                .map(window -> new Site(window, behind(window.target())))
                .toList();
    }

    private Set<SensorId> behind(MaintenanceWindow.Target target) {
        if (target.kind() != MaintenanceWindow.Kind.GATEWAY) return Set.of();
        return catalog.listSeries().stream()
                .map(series -> series.id().sensor())
                .distinct()
                .filter(sensor -> gateways.speaksFor(target.key(), sensor))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean isWorkedOn(Series series) {
        var sites = known;
        return !sites.isEmpty() && new Known(sites).isWorkedOn(series, clock.instant());
    }
}
