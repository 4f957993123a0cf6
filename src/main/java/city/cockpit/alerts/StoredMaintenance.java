package city.cockpit.alerts;

import city.cockpit.alerts.MaintenanceWindow.Kind;
import city.cockpit.alerts.MaintenanceWindow.Target;
import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Change;
import city.cockpit.audit.Deed;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.registry.rights.Gateways;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Maintenance windows in the database. */
@Service
class StoredMaintenance implements Maintenance {

    private final MaintenanceTable table;
    private final KnownMaintenance known;
    private final Muting muting;
    private final SeriesCatalog catalog;
    private final Gateways gateways;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    StoredMaintenance(
            MaintenanceTable table,
            KnownMaintenance known,
            Muting muting,
            SeriesCatalog catalog,
            Gateways gateways,
            AuditTrail audit,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.table = table;
        this.known = known;
        this.muting = muting;
        this.catalog = catalog;
        this.gateways = gateways;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<MaintenanceWindow> listWindows() {
        return table.list(clock.instant(), MOST);
    }

    @Override
    public List<Place> listPlaces(Kind kind) {
        var places = switch (kind) {
            case SENSOR -> sensors();
            case SITE -> sites();
            case GATEWAY ->
                gateways.listGateways().stream()
                        .map(gateway -> new Place(new Target(kind, gateway.name()), gateway.title()));
        };
        return places.distinct().sorted(Comparator.comparing(Place::title)).toList();
    }

    private Stream<Place> sensors() {
        return catalog.listSeries().stream()
                .filter(series -> !series.isRetired())
                .map(series -> new Place(
                        new Target(Kind.SENSOR, series.id().sensor().value()),
                        series.place() + " · " + series.id().sensor()));
    }

    private Stream<Place> sites() {
        return catalog.listSeries().stream()
                .filter(series -> !series.isRetired())
                .map(series -> new Place(new Target(Kind.SITE, series.site().key()), series.place()));
    }

    @Override
    public void add(MaintenanceWindow window, String by) {
        did(window, Deed.MAINTENANCE_PLANNED, window.span(), by, () -> {
            table.add(window);
            return true;
        });
    }

    @Override
    public boolean end(long id, String by) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var now = clock.instant();
            var window = table.find(id)
                    .filter(one -> one.goesOnAt(now) && one.span().from().isBefore(now));
            return window.isPresent()
                    && did(window.get(), Deed.MAINTENANCE_ENDED, window.get().span(), by, () -> {
                        table.end(id, now, by);
                        return true;
                    });
        }));
    }

    @Override
    public boolean remove(long id, String by) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var window = table.find(id);
            return window.isPresent()
                    && did(window.get(), Deed.MAINTENANCE_REMOVED, window.get().span(), by, () -> {
                        table.remove(id);
                        return true;
                    });
        }));
    }

    private boolean did(MaintenanceWindow window, Deed deed, Interval span, String by, BooleanSupplier change) {
        var isDone = Boolean.TRUE.equals(transaction.execute(status -> {
            if (!change.getAsBoolean()) return false;
            muting.lookAgain(span);
            muting.renew(clock.instant());
            audit.record(
                    by,
                    deed,
                    window.target().key(),
                    List.of(
                            new Change("from", "", span.from().toString()),
                            new Change("until", "", span.to().toString()),
                            new Change("reason", "", window.reason())));
            return true;
        }));
        if (isDone) known.renew();
        return isDone;
    }
}
