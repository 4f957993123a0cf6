package city.cockpit.registry;

import city.cockpit.measurement.ObservedProperties;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads tables as the registry does, of a town where nothing is registered, and remembers what was to be stored. */
public final class InMemorySensorFiles implements SensorFiles {

    private final ObservedProperties properties = ObservedProperties.load();
    private final List<String> stored = new ArrayList<>();

    /** The names of the sensors that somebody stored. */
    public List<String> stored() {
        return List.copyOf(stored);
    }

    public void clear() {
        stored.clear();
    }

    @Override
    public Imported importCsv(byte[] bytes, boolean isDryRun, String by) {
        var table = SensorTable.of("", bytes);
        var plan = TableReader.plan(table, Snapshot.EMPTY, properties, SampleSensors.FORMATS, false);
        var names = plan.sensors().stream().map(sensor -> sensor.id().value()).toList();
        if (!isDryRun && plan.problems().isEmpty()) stored.addAll(names);
        return new Imported(
                table.lines().size(),
                plan.created(),
                plan.sensors().size() - plan.created(),
                plan.unchanged(),
                plan.places().size(),
                names,
                plan.problems());
    }

    @Override
    public void exportCsv(OutputStream out, String by) throws IOException {
        out.write(EXAMPLE.getBytes(StandardCharsets.UTF_8));
    }
}
