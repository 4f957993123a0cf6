package city.cockpit.sitefacts;

import static java.util.stream.Collectors.toMap;

import city.cockpit.csv.Cells;
import city.cockpit.csv.Problem;
import city.cockpit.csv.Problem.Reason;
import city.cockpit.csv.Table;
import city.cockpit.csv.Table.Line;
import city.cockpit.measurement.Site;
import city.cockpit.sitefacts.SiteFactFiles.Changed;
import city.cockpit.sitefacts.SiteFactFiles.Imported;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds out what a table of facts would change and everything that keeps it from being taken over. Changes nothing. */
final class SiteFactTableReader {

    static final String SITE = "site";

    /** For people who read the table; nobody is renamed by it. */
    static final String NAME = "site_name";

    private static final String FROM = "valid_from";
    private static final String SOURCE = "source";

    static final List<String> COLUMNS = Stream.of(
                    Stream.of(SITE, NAME),
                    Arrays.stream(FactKind.values()).map(FactKind::column),
                    Stream.of(FROM, SOURCE))
            .flatMap(columns -> columns)
            .toList();

    private final Table table;
    private final Known known;
    private final List<Changed> changes = new ArrayList<>();
    private final List<Problem> problems;

    /**
     * What is known before.
     *
     * @param sites by key
     * @param buildings keys of all kinds of buildings
     * @param inForce what holds on a day, by site
     */
    record Known(
            Map<String, Site> sites,
            List<String> buildings,
            LocalDate today,
            Function<LocalDate, Map<String, List<Fact>>> inForce) {}

    private SiteFactTableReader(Table table, Known known) {
        this.table = table;
        this.known = known;
        this.problems = new ArrayList<>(table.problems());
    }

    static Imported read(Table table, Known known) {
        var reader = new SiteFactTableReader(table, known);
        reader.checkColumns();
        if (reader.problems.isEmpty()) reader.readLines();
        return new Imported(
                reader.changes,
                reader.problems.stream()
                        .sorted(Comparator.comparingLong(Problem::line))
                        .toList());
    }

    private void checkColumns() {
        if (!problems.isEmpty()) return;
        if (!table.columns().contains(SITE)) problems.add(new Problem(1, SITE, Reason.COLUMN_MISSING, "", ""));
        table.columns().stream()
                .filter(column -> !COLUMNS.contains(column))
                .sorted()
                .forEach(column ->
                        problems.add(new Problem(1, column, Reason.COLUMN_UNKNOWN, "", String.join(", ", COLUMNS))));
    }

    private void readLines() {
        var lines = new HashMap<String, Long>();
        for (var line : table.lines()) {
            var key = cell(line, SITE);
            var site = Optional.ofNullable(known.sites().get(key));
            var twin = lines.putIfAbsent(key, line.number());
            if (key.isEmpty()) wrong(line, SITE, Reason.EMPTY, "");
            else if (site.isEmpty()) wrong(line, SITE, Reason.UNKNOWN_PLACE, "");
            else if (twin != null) wrong(line, SITE, Reason.ROW_TWICE, twin.toString());
            else read(line, site.get());
        }
    }

    private void read(Line line, Site site) {
        var from = day(line);
        var source = Cells.plain(cell(line, SOURCE));
        if (source.length() > Fact.LONGEST_SOURCE)
            wrong(line, SOURCE, Reason.TOO_LONG, Integer.toString(Fact.LONGEST_SOURCE));
        else if (source.codePoints().anyMatch(Character::isISOControl)) wrong(line, SOURCE, Reason.INVISIBLE, "");
        else from.ifPresent(day -> read(line, site, day, source));
    }

    private Optional<LocalDate> day(Line line) {
        var cell = cell(line, FROM);
        try {
            return Optional.of(cell.isEmpty() ? known.today() : LocalDate.parse(cell));
        } catch (DateTimeException _) {
            wrong(line, FROM, Reason.NO_DAY, "");
            return Optional.empty();
        }
    }

    private void read(Line line, Site site, LocalDate from, String source) {
        var before = known.inForce().apply(from).getOrDefault(site.key(), List.of()).stream()
                .collect(toMap(Fact::kind, Fact::value));
        for (var kind : FactKind.values()) {
            if (!table.columns().contains(kind.column())) continue;
            var value = Cells.plain(cell(line, kind.column()));
            if (!isGood(kind, value)) wrong(line, kind);
            else if (!value.equals(before.getOrDefault(kind, "")))
                changes.add(new Changed(site, before.getOrDefault(kind, ""), new Fact(kind, value, from, source)));
        }
    }

    private boolean isGood(FactKind kind, String value) {
        if (value.length() > Fact.LONGEST_VALUE || !kind.admits(value)) return false;
        return kind != FactKind.BUILDING_KIND
                || value.isEmpty()
                || known.buildings().contains(value);
    }

    private void wrong(Line line, FactKind kind) {
        switch (kind) {
            case OPENING_HOURS -> wrong(line, kind.column(), Reason.NO_HOURS, "");
            case BUILDING_KIND -> wrong(line, kind.column(), Reason.NO_CHOICE, String.join(", ", known.buildings()));
            case BAYS_DISABLED, BAYS_CHARGING, BAYS_WOMEN, BAYS_FAMILY ->
                wrong(line, kind.column(), Reason.OUT_OF_RANGE, "0 … " + FactKind.MOST_BAYS);
            case FLOOR_AREA -> wrong(line, kind.column(), Reason.OUT_OF_RANGE, "1 … " + FactKind.LARGEST_AREA);
        }
    }

    private void wrong(Line line, String column, Reason reason, String hint) {
        problems.add(new Problem(line.number(), column, reason, cell(line, column), hint));
    }

    private static String cell(Line line, String column) {
        return line.cells().getOrDefault(column, "");
    }
}
