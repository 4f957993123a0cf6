package city.cockpit.preview;

import city.cockpit.alerts.Maintenance;
import city.cockpit.alerts.MaintenanceWindow;
import city.cockpit.alerts.MaintenanceWindow.Kind;
import city.cockpit.alerts.MaintenanceWindow.Target;
import city.cockpit.measurement.Interval;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Maintenance windows in memory. */
public final class PreviewMaintenance implements Maintenance {

    private final PreviewCity city;
    private final InstantSource clock;
    private final List<MaintenanceWindow> windows = new CopyOnWriteArrayList<>();

    public PreviewMaintenance(PreviewCity city, InstantSource clock) {
        this.city = city;
        this.clock = clock;
    }

    public void clear() {
        windows.clear();
    }

    @Override
    public List<MaintenanceWindow> listWindows() {
        return windows.stream()
                .sorted(Comparator.comparing(
                                (MaintenanceWindow window) -> window.span().from())
                        .reversed())
                .toList();
    }

    @Override
    public List<Place> listPlaces(Kind kind) {
        return switch (kind) {
            case SENSOR ->
                city.listSeries().stream()
                        .map(series -> new Place(
                                new Target(kind, series.id().sensor().value()),
                                series.place() + " · " + series.id().sensor()))
                        .distinct()
                        .toList();
            case SITE ->
                city.listSeries().stream()
                        .map(series -> new Place(new Target(kind, series.site().key()), series.place()))
                        .distinct()
                        .toList();
            case GATEWAY -> List.of();
        };
    }

    @Override
    public void add(MaintenanceWindow window, String by) {
        windows.add(new MaintenanceWindow(
                windows.size() + 1L, window.target(), window.span(), window.reason(), by, Optional.empty()));
    }

    @Override
    public boolean end(long id, String by) {
        var found = windows.stream().filter(one -> one.id() == id).findFirst();
        found.ifPresent(one -> {
            windows.remove(one);
            windows.add(new MaintenanceWindow(
                    id,
                    one.target(),
                    new Interval(one.span().from(), clock.instant()),
                    one.reason(),
                    one.madeBy(),
                    Optional.of(by)));
        });
        return found.isPresent();
    }

    @Override
    public boolean remove(long id, String by) {
        return windows.removeIf(one -> one.id() == id);
    }
}
