package city.cockpit.sitefacts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import city.cockpit.csv.Cells;
import city.cockpit.csv.Table;
import city.cockpit.measurement.Site;
import city.cockpit.measurement.Thresholds;
import city.cockpit.measurement.TownSource;
import city.cockpit.registry.Place;
import city.cockpit.registry.Sensors;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tables of what is said of the registered sites. */
@Component
class CsvSiteFacts implements SiteFactFiles {

    private static final Table.Limits LIMITS = new Table.Limits(MOST_BYTES, 20_000, Set.of());

    private final SiteFactBook facts;
    private final Sensors sensors;
    private final ReferenceBuildings buildings;
    private final TownSource town;
    private final InstantSource clock;

    CsvSiteFacts(SiteFactBook facts, Sensors sensors, Thresholds thresholds, TownSource town, InstantSource clock) {
        this.facts = facts;
        this.sensors = sensors;
        this.buildings = new ReferenceBuildings(thresholds);
        this.town = town;
        this.clock = clock;
    }

    @Override
    public void exportCsv(OutputStream out) throws IOException {
        var known = facts.listInForce(today());
        var buffer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
        var rows = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(buffer);
        rows.writeRecord(COLUMNS);
        var sites = sensors.listPlaces().stream()
                .map(Place::site)
                .sorted(Comparator.comparing(Site::key))
                .toList();
        for (var site : sites) write(rows, site, known.getOrDefault(site.key(), List.of()));
        rows.flush();
        buffer.flush();
    }

    /** From when on and by whom it is said is left open: it is to be told of what is changed. */
    private static void write(CsvWriter rows, Site site, List<Fact> known) {
        var cells =
                new HashMap<>(known.stream().collect(toMap(fact -> fact.kind().column(), Fact::value)));
        cells.put(SiteFactTableReader.SITE, site.key());
        cells.put(SiteFactTableReader.NAME, site.title());
        rows.writeRecord(COLUMNS.stream()
                .map(column -> Cells.harmless(cells.getOrDefault(column, "")))
                .toList());
    }

    @Override
    public Imported importCsv(byte[] table, boolean isTrial, String by) {
        var found = SiteFactTableReader.read(Table.of(table, LIMITS), known());
        if (!isTrial && found.problems().isEmpty() && !found.changes().isEmpty())
            facts.saveAll(
                    found.changes().stream()
                            .collect(groupingBy(changed -> changed.site().key(), mapping(Changed::fact, toList()))),
                    by);
        return found;
    }

    /** Each day is read once. */
    private SiteFactTableReader.Known known() {
        var sites = sensors.listPlaces().stream().map(Place::site).collect(toMap(Site::key, site -> site));
        Map<LocalDate, Map<String, List<Fact>>> inForce = new HashMap<>();
        return new SiteFactTableReader.Known(
                sites, buildings.listKinds(), today(), day -> inForce.computeIfAbsent(day, facts::listInForce));
    }

    private LocalDate today() {
        return clock.instant().atZone(town.town().zone()).toLocalDate();
    }
}
