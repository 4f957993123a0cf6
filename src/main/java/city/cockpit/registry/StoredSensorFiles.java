package city.cockpit.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Change;
import city.cockpit.audit.Deed;
import city.cockpit.csv.Cells;
import city.cockpit.measurement.ObservedProperties;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Imports and exports of this installation. */
@Component
class StoredSensorFiles implements SensorFiles {

    private static final int MOST_NAMED = 100;

    private final Registry registry;
    private final ObservedProperties properties;
    private final Formats formats;
    private final AuditTrail trail;

    StoredSensorFiles(Registry registry, ObservedProperties properties, Formats formats, AuditTrail trail) {
        this.registry = registry;
        this.properties = properties;
        this.formats = formats;
        this.trail = trail;
    }

    @Override
    public Imported importCsv(byte[] bytes, boolean isDryRun, String by) {
        var table = SensorTable.of("", bytes);
        var trial = TableReader.plan(table, registry.snapshot(), properties, formats, false);
        if (isDryRun || !trial.problems().isEmpty()) return imported(table, trial);
        return registry.change(turn -> {
            var plan = TableReader.plan(table, turn.now(), properties, formats, false);
            if (plan.problems().isEmpty()) write(plan, turn, by);
            return imported(table, plan);
        });
    }

    private void write(TablePlan plan, Turn turn, String by) {
        if (plan.sensors().isEmpty()
                && plan.places().isEmpty()
                && plan.municipalities().isEmpty()) return;
        turn.writeMunicipalities(plan.municipalities());
        turn.writePlaces(plan.places(), by);
        turn.writeSensors(plan.sensors(), by);
        var changed = plan.sensors().size() - plan.created();
        trail.record(
                by,
                Deed.SENSORS_IMPORTED,
                "",
                List.of(
                        new Change("registered", "", Integer.toString(plan.created())),
                        new Change("changed", "", Integer.toString(changed)),
                        new Change("sensors", "", String.join(", ", names(plan)))));
    }

    private static List<String> names(TablePlan plan) {
        return plan.sensors().stream()
                .limit(MOST_NAMED)
                .map(sensor -> sensor.id().value())
                .toList();
    }

    private static Imported imported(SensorTable table, TablePlan plan) {
        return new Imported(
                table.lines().size(),
                plan.created(),
                plan.sensors().size() - plan.created(),
                plan.unchanged(),
                plan.places().size(),
                names(plan),
                plan.problems());
    }

    @Override
    public void exportCsv(OutputStream out, String by) throws IOException {
        trail.record(by, Deed.SENSORS_EXPORTED, "");
        var now = registry.snapshot();
        var buffer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
        var rows = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(buffer);
        rows.writeRecord(SensorColumns.ALL);
        var occupied = new HashSet<String>();
        for (var sensor : now.listed()) {
            occupied.add(sensor.siteKey());
            var cells = site(now, sensor.siteKey());
            cells.putAll(SensorColumns.of(sensor));
            if (sensor.series().isEmpty()) write(rows, cells);
            for (var plan : sensor.series()) {
                cells.putAll(SensorColumns.of(plan));
                write(rows, cells);
            }
        }
        for (var place : now.listPlaces()) if (!occupied.contains(place.key())) write(rows, site(now, place.key()));
        rows.flush();
        buffer.flush();
    }

    private static Map<String, String> site(Snapshot now, String key) {
        var place = now.findPlace(key).orElseThrow();
        var cells = SensorColumns.of(now.municipalities().getOrDefault(place.municipalityKey(), Municipality.NAMELESS));
        cells.putAll(SensorColumns.of(place));
        return cells;
    }

    private static void write(CsvWriter rows, Map<String, String> cells) {
        rows.writeRecord(SensorColumns.ALL.stream()
                .map(column -> Cells.harmless(cells.getOrDefault(column, "")))
                .toList());
    }
}
