package city.cockpit.registry;

import city.cockpit.csv.Cells;
import city.cockpit.csv.Problem;
import city.cockpit.csv.Problem.Reason;
import city.cockpit.csv.Table.Line;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads what one or several lines say of the same thing: what one says holds for all of them, and none may say something
 * else. What is wrong becomes a problem, and reading goes on with what was there before. What the table has no column for
 * stays, too.
 */
final class CellReader {

    private static final Pattern BAR = Pattern.compile("|", Pattern.LITERAL);

    private final List<Line> lines;
    private final Set<String> columns;
    private final List<Problem> problems;

    CellReader(List<Line> lines, Set<String> columns, List<Problem> problems) {
        this.lines = lines;
        this.columns = columns;
        this.problems = problems;
    }

    /** What stands in a column, and where. */
    record Said(String column, long line, String cell) {}

    private record Found<T>(T value, long line) {}

    boolean hasColumn(String column) {
        return columns.contains(column);
    }

    /** Whether a line says something in that column, right or wrong. */
    boolean says(String column) {
        return lines.stream().anyMatch(line -> line.cells().containsKey(column));
    }

    void problem(String column, Reason reason, String cell, String hint) {
        problems.add(new Problem(lines.getFirst().number(), column, reason, cell, hint));
    }

    private <T> Optional<T> wrong(Said said, Reason reason, String hint) {
        problems.add(new Problem(said.line(), said.column(), reason, said.cell(), hint));
        return Optional.empty();
    }

    /**
     * The value of a column; empty if no line says a good one.
     *
     * @param parse tells of a problem and returns nothing if the cell is wrong
     */
    <T> Optional<T> read(String column, Function<Said, Optional<T>> parse) {
        Found<T> first = null;
        for (var line : lines) {
            var cell = line.cells().get(column);
            if (cell == null) continue;
            var said = new Said(column, line.number(), cell);
            var value = parse.apply(said);
            if (value.isEmpty()) continue;
            if (first == null) first = new Found<>(value.get(), line.number());
            else if (!first.value().equals(value.get()))
                this.<T>wrong(said, Reason.DIFFERS, Long.toString(first.line()));
        }
        return first == null ? Optional.empty() : Optional.of(first.value());
    }

    private <T> T read(String column, T before, T ifEmpty, Function<Said, Optional<T>> parse) {
        if (!hasColumn(column)) return before;
        return read(column, parse).orElse(says(column) ? before : ifEmpty);
    }

    String text(String column, String before, int longest) {
        return read(column, before, "", said -> {
            var text = Cells.plain(said.cell());
            if (text.codePoints().anyMatch(Character::isISOControl)) return wrong(said, Reason.INVISIBLE, "");
            return text.length() > longest
                    ? wrong(said, Reason.TOO_LONG, Integer.toString(longest))
                    : Optional.of(text);
        });
    }

    OptionalDouble number(String column, OptionalDouble before, double lowest, double highest) {
        return read(column, before, OptionalDouble.empty(), said -> {
            var number = number(said.cell());
            if (number.isEmpty()) return wrong(said, Reason.NO_NUMBER, "");
            return number.getAsDouble() < lowest || number.getAsDouble() > highest
                    ? wrong(said, Reason.OUT_OF_RANGE, Cells.number(lowest) + " … " + Cells.number(highest))
                    : Optional.of(number);
        });
    }

    private static OptionalDouble number(String cell) {
        try {
            var number = Double.parseDouble(cell);
            return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException _) {
            return OptionalDouble.empty();
        }
    }

    OptionalInt whole(String column, OptionalInt before, int lowest, int highest) {
        return read(column, before, OptionalInt.empty(), said -> {
            var number = number(said.cell());
            if (number.isEmpty() || number.getAsDouble() != Math.rint(number.getAsDouble()))
                return wrong(said, Reason.NO_NUMBER, "");
            return number.getAsDouble() < lowest || number.getAsDouble() > highest
                    ? wrong(said, Reason.OUT_OF_RANGE, lowest + " … " + highest)
                    : Optional.of(OptionalInt.of((int) number.getAsDouble()));
        });
    }

    /** With a bar between them. */
    List<Double> numbers(String column, List<Double> before) {
        return read(column, before, List.of(), said -> {
            var numbers = new ArrayList<Double>();
            for (var part : BAR.splitAsStream(said.cell()).toList()) {
                var number = number(part.strip());
                if (number.isEmpty()) return wrong(said, Reason.NO_NUMBER, "");
                numbers.add(number.getAsDouble());
            }
            return Optional.of(numbers);
        });
    }

    Optional<LocalDate> day(String column, Optional<LocalDate> before) {
        return read(column, before, Optional.empty(), said -> {
            try {
                return Optional.of(Optional.of(LocalDate.parse(said.cell())));
            } catch (DateTimeParseException _) {
                return wrong(said, Reason.NO_DAY, "");
            }
        });
    }

    <E extends Enum<E>> Optional<E> choice(String column, Optional<E> before, Class<E> type) {
        return read(column, before, Optional.empty(), said -> {
            var name = said.cell().toUpperCase(Locale.ROOT);
            var chosen = Arrays.stream(type.getEnumConstants())
                    .filter(one -> one.name().equals(name))
                    .findFirst();
            return chosen.isPresent() ? Optional.of(chosen) : wrong(said, Reason.NO_CHOICE, names(type));
        });
    }

    /** One of those words. */
    Optional<String> word(String column, Optional<String> before, List<String> choices) {
        return read(column, before, Optional.empty(), said -> {
            var word = said.cell().toLowerCase(Locale.ROOT);
            return choices.contains(word)
                    ? Optional.of(Optional.of(word))
                    : wrong(said, Reason.NO_CHOICE, String.join(", ", choices));
        });
    }

    private static <E extends Enum<E>> String names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }

    boolean yesOrNo(String column, boolean before) {
        return read(column, before, false, said -> switch (said.cell().toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> wrong(said, Reason.NO_CHOICE, "true, false");
        });
    }
}
