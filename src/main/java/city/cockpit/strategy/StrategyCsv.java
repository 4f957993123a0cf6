package city.cockpit.strategy;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.cockpit.strategy.CsvColumns.Column;
import city.cockpit.strategy.CsvOutcome.Fault;
import city.cockpit.strategy.plan.Strategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The strategy as tables for spreadsheets, and back. Rows are found again by their short names; what stands in no row stays
 * as it is, but the lists of an item that a table names are replaced whole. Columns may be left out. Commas or semicolons
 * part the cells; with semicolons numbers may have a decimal comma; dates may be written as 31.12.2029.
 */
@Component
public class StrategyCsv {

    /** No town has more; a file that is not meant is refused before it fills the memory. */
    private static final int MOST_CHARACTERS = 2_000_000;

    private static final JsonMapper JSON = StrategyJson.MAPPER;
    private static final String ID = "id";
    private static final Set<Class<?>> NUMBERS =
            Set.of(double.class, int.class, long.class, OptionalDouble.class, OptionalInt.class);

    private final StrategyDesk desk;
    private final Versions versions;

    StrategyCsv(StrategyDesk desk, Versions versions) {
        this.desk = desk;
        this.versions = versions;
    }

    /** Writes a table of the newest version as CSV (RFC 4180, UTF-8); leaves the stream open. */
    @RolesAllowed({StrategyDesk.STRATEGY_EDITOR, StrategyDesk.ADMINISTRATOR, StrategyDesk.STAFF})
    public void write(CsvPart part, OutputStream out) throws IOException {
        write(versions.newest().strategy(), part, out);
    }

    /** What would become of the newest version if the table were taken over; changes nothing. */
    @RolesAllowed({StrategyDesk.STRATEGY_EDITOR, StrategyDesk.ADMINISTRATOR})
    public CsvTrial tryOut(CsvPart part, String text) {
        var newest = versions.newest();
        var faults = new ArrayList<Fault>();
        return table(part, text, newest.strategy(), faults)
                .<CsvTrial>map(table -> {
                    var trial = desk.tryOut(new Edit.Whole(table.strategy()));
                    return new CsvTrial.Tried(table.rows(), newest.number(), trial.changes(), trial.problems());
                })
                .orElseGet(() -> new CsvTrial.Unreadable(faults));
    }

    /**
     * Takes a table over into the newest version, whole or not at all.
     *
     * @param seen number of the version that the table was made from
     * @param by sign-in name
     */
    @RolesAllowed({StrategyDesk.STRATEGY_EDITOR, StrategyDesk.ADMINISTRATOR})
    public CsvOutcome read(CsvPart part, String text, long seen, String by) {
        var faults = new ArrayList<Fault>();
        return table(part, text, versions.version(seen).strategy(), faults)
                .<CsvOutcome>map(table ->
                        new CsvOutcome.Read(table.rows(), desk.save(seen, new Edit.Whole(table.strategy()), by)))
                .orElseGet(() -> new CsvOutcome.Unreadable(faults));
    }

    /** What a strategy becomes by a table. */
    private record Table(int rows, Strategy strategy) {}

    /** Empty if something cannot be read, which is then told. */
    private static Optional<Table> table(CsvPart part, String text, Strategy base, List<Fault> faults) {
        var rows = rows(text, faults);
        if (!faults.isEmpty()) return Optional.empty();
        var tree = (ObjectNode) JSON.valueToTree(base);
        new Import(part, tree, faults)
                .takeOver(rows, text.lines().findFirst().orElse("").contains(";"));
        return faults.isEmpty()
                ? Optional.of(new Table(rows.size(), JSON.treeToValue(tree, Strategy.class)))
                : Optional.empty();
    }

    static void write(Strategy strategy, CsvPart part, OutputStream stream) throws IOException {
        var out = new OutputStreamWriter(stream, UTF_8);
        var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
        var columns = CsvColumns.of(part.row()).columns();
        var isList = !part.list().isEmpty();
        var head = columns.stream().map(Column::name);
        csv.writeRecord((isList ? Stream.concat(Stream.of(ID), head) : head).toList());
        for (var item : JSON.valueToTree(strategy).path(part.items())) {
            if (!isList)
                csv.writeRecord(columns.stream()
                        .map(column -> CsvColumns.cell(item, column))
                        .toList());
            else
                for (var row : item.path(part.list()))
                    csv.writeRecord(Stream.concat(
                                    Stream.of(item.path(ID).asString()),
                                    columns.stream().map(column -> CsvColumns.cell(row, column)))
                            .toList());
        }
        csv.flush();
        out.flush();
    }

    private static List<NamedCsvRecord> rows(String text, List<Fault> faults) {
        if (text.length() > MOST_CHARACTERS) {
            faults.add(new Fault(Fault.Kind.TOO_LARGE, 1, "", Integer.toString(text.length())));
            return List.of();
        }
        var plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        var separator = plain.lines().findFirst().orElse("").contains(";") ? ';' : ',';
        try (var reader = CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(new StringReader(plain))) {
            var rows = reader.stream().toList();
            if (rows.isEmpty() || !rows.getFirst().getHeader().contains(ID))
                faults.add(new Fault(Fault.Kind.NO_TABLE, 1, ID, ""));
            return rows;
        } catch (CsvParseException | IOException e) {
            faults.add(new Fault(Fault.Kind.NO_TABLE, 1, "", ""));
            return List.of();
        }
    }

    /** Takes rows over into the tree of a strategy. */
    private record Import(CsvPart part, ObjectNode strategy, List<Fault> faults) {

        void takeOver(List<NamedCsvRecord> rows, boolean hasSemicolons) {
            var known = CsvColumns.of(part.row());
            for (var name : rows.getFirst().getHeader())
                if (known.find(name).isEmpty() && !name.equals(ID)) fault(Fault.Kind.UNKNOWN_COLUMN, 1, name, name);
            if (!faults.isEmpty()) return;
            var lists = new LinkedHashMap<String, ArrayNode>();
            for (var row : rows) {
                var id = row.findField(ID).orElse("").strip();
                if (id.isEmpty()) fault(Fault.Kind.ID_MISSING, row.getStartingLineNumber(), ID, "");
                else target(id, row, lists).ifPresent(target -> fill(target, row, known, hasSemicolons));
            }
        }

        private Optional<ObjectNode> target(String id, NamedCsvRecord row, Map<String, ArrayNode> lists) {
            var item = find(id);
            if (part.list().isEmpty())
                return Optional.of(item.orElseGet(() ->
                        ((ArrayNode) strategy.path(part.items())).addObject().put(ID, id)));
            if (item.isEmpty()) {
                fault(Fault.Kind.UNKNOWN_PARENT, row.getStartingLineNumber(), ID, id);
                return Optional.empty();
            }
            return Optional.of(lists.computeIfAbsent(id, name -> item.get().putArray(part.list()))
                    .addObject());
        }

        private Optional<ObjectNode> find(String id) {
            for (var item : strategy.path(part.items()))
                if (item.path(ID).asString().equals(id)) return Optional.of((ObjectNode) item);
            return Optional.empty();
        }

        private void fill(ObjectNode target, NamedCsvRecord row, CsvColumns known, boolean hasSemicolons) {
            for (var name : row.getHeader())
                known.find(name).ifPresent(column -> {
                    var cell = row.findField(name).orElse("").strip();
                    CsvColumns.put(target, column, column.isText() ? cell : usual(cell, hasSemicolons));
                });
            check(target, row);
        }

        /** Whether a record can be made of it. */
        private void check(ObjectNode target, NamedCsvRecord row) {
            try {
                empty(JSON.treeToValue(target, part.row()), "")
                        .ifPresent(column -> fault(Fault.Kind.MISSING, row.getStartingLineNumber(), column, ""));
            } catch (JacksonException e) {
                var column = e.getPath().stream()
                        .map(JacksonException.Reference::getPropertyName)
                        .filter(name -> name != null)
                        .reduce((one, next) -> one + "." + next)
                        .orElse("");
                wrong(row.getStartingLineNumber(), column, row.findField(column).orElse(""));
            }
        }

        /** Says what was expected in that column. */
        private void wrong(long line, String column, String cell) {
            var type = CsvColumns.type(part.row(), column);
            if (type == LocalDate.class) fault(Fault.Kind.NO_DAY, line, column, cell);
            else if (type.isEnum())
                faults.add(new Fault(
                        Fault.Kind.NO_CHOICE,
                        line,
                        column,
                        cut(cell),
                        Arrays.stream(type.getEnumConstants())
                                .map(Object::toString)
                                .collect(Collectors.joining(", "))));
            else if (NUMBERS.contains(type)) fault(Fault.Kind.NO_NUMBER, line, column, cell);
            else fault(Fault.Kind.CELL, line, column, cell);
        }

        private static String cut(String cell) {
            return cell.length() > 100 ? cell.substring(0, 100) : cell;
        }

        /** The first field that nobody filled and that is never empty. */
        private static Optional<String> empty(Record record, String path) {
            for (var field : record.getClass().getRecordComponents()) {
                var value = PlanDiff.findValue(field, record);
                var name = path + field.getName();
                if (value.isEmpty()) return Optional.of(name);
                if (value.get() instanceof Record inner) {
                    var below = empty(inner, name + ".");
                    if (below.isPresent()) return below;
                }
            }
            return Optional.empty();
        }

        /** Dates and numbers as Germans write them. */
        private static String usual(String cell, boolean hasSemicolons) {
            var date = cell.replaceFirst("^(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})$", "$3-0$2-0$1")
                    .replaceFirst("-0(\\d\\d)", "-$1")
                    .replaceFirst("-0(\\d\\d)$", "-$1");
            return hasSemicolons && cell.matches("-?[\\d.]*,\\d+")
                    ? cell.replace(".", "").replace(',', '.')
                    : date;
        }

        private void fault(Fault.Kind kind, long line, String column, String cell) {
            faults.add(new Fault(kind, line, column, cut(cell)));
        }
    }
}
