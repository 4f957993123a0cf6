package city.cockpit.strategy;

import city.cockpit.csv.Cells;
import city.cockpit.strategy.plan.ItemId;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The columns of a table, taken from the records: {@code schedule.plannedEnd} is the field of a field, and a list of words
 * is one cell. Lists of records are tables of their own.
 */
record CsvColumns(List<Column> columns) {

    private static final String BETWEEN = " | ";
    private static final Pattern BAR = Pattern.compile("|", Pattern.LITERAL);

    /**
     * A field of a record, with the fields on the way to it.
     *
     * @param mayVanish whether the record it is in is not there if all of it is empty
     */
    record Column(List<String> path, boolean isList, boolean isText, boolean mayVanish) {

        String name() {
            return String.join(".", path);
        }
    }

    static CsvColumns of(Class<? extends Record> row) {
        var columns = new ArrayList<Column>();
        add(columns, List.of(), row, false);
        return new CsvColumns(List.copyOf(columns));
    }

    private static void add(List<Column> columns, List<String> path, Class<?> row, boolean mayVanish) {
        for (var field : row.getRecordComponents()) {
            var here = new ArrayList<>(path);
            here.add(field.getName());
            var type = inner(field.getGenericType(), Optional.class);
            var element = inner(field.getGenericType(), List.class);
            if (!element.equals(field.getGenericType())) {
                if (!isRecord(element)) columns.add(new Column(here, true, true, mayVanish));
            } else if (isRecord(type)) add(columns, here, (Class<?>) type, !type.equals(field.getGenericType()));
            else columns.add(new Column(here, false, type == String.class, mayVanish));
        }
    }

    private static boolean isRecord(Type type) {
        return type instanceof Class<?> one && one.isRecord() && one != ItemId.class;
    }

    /** What is in an Optional or a List, or the type itself. */
    private static Type inner(Type type, Class<?> wrapper) {
        return type instanceof ParameterizedType generic && generic.getRawType() == wrapper
                ? generic.getActualTypeArguments()[0]
                : type;
    }

    /** What stands in a column of the rows; an object of any kind if there is no such column. */
    static Class<?> type(Class<?> row, String column) {
        var found = row;
        for (var step : column.split("\\.", -1)) {
            var components = found.getRecordComponents();
            if (components == null) return Object.class;
            var field = Arrays.stream(components)
                    .filter(one -> one.getName().equals(step))
                    .findFirst();
            if (field.isEmpty() || !(inner(field.get().getGenericType(), Optional.class) instanceof Class<?> type))
                return Object.class;
            found = type;
        }
        return found;
    }

    Optional<Column> find(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    static String cell(JsonNode row, Column column) {
        var node = row;
        for (var step : column.path()) node = node.path(step);
        if (node.isNull() || node.isMissingNode()) return "";
        if (!column.isList()) return column.isText() ? Cells.harmless(node.asString()) : node.asString();
        return Cells.harmless(StreamSupport.stream(node.spliterator(), false)
                .map(JsonNode::asString)
                .collect(Collectors.joining(BETWEEN)));
    }

    /** Puts the cell where it belongs; an empty one takes away what was there. */
    static void put(ObjectNode row, Column column, String cell) {
        var parents = column.path().subList(0, column.path().size() - 1);
        var node = row;
        for (var step : parents) {
            if (!node.path(step).isObject()) {
                if (cell.isEmpty() && column.mayVanish()) return;
                node.putObject(step);
            }
            node = (ObjectNode) node.path(step);
        }
        var name = column.path().getLast();
        node.remove(name);
        if (cell.isEmpty()) {
            if (node.isEmpty() && column.mayVanish()) row.remove(parents.getFirst());
            return;
        }
        if (!column.isList()) node.put(name, column.isText() ? Cells.plain(cell) : cell);
        else {
            var list = node.putArray(name);
            BAR.splitAsStream(Cells.plain(cell)).map(String::strip).forEach(list::add);
        }
    }
}
