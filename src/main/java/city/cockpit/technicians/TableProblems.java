package city.cockpit.technicians;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.cockpit.csv.Cells;
import city.cockpit.csv.Problem;
import city.cockpit.uikit.Rows;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** What is wrong with a table that somebody brings, by row: the first ones on the page, all of them as a file. */
final class TableProblems extends Div {

    private static final int MOST_ROWS = 200;

    private final Wording words;

    TableProblems(Wording words, List<Problem> problems) {
        this.words = words;
        addClassName("sensor-problems");
        var rows = new Rows(words, "sensors.import.line", "sensors.import.column", "sensors.import.problem");
        problems.stream()
                .limit(MOST_ROWS)
                .forEach(problem ->
                        rows.addRow(new Span(line(problem)), new Span(problem.column()), new Span(sentence(problem))));
        add(rows);
        var rest = problems.size() - MOST_ROWS;
        if (rest > 0) add(new Paragraph(words.text("sensors.import.more", (long) rest)));
        var file = file(problems);
        add(CsvLink.of(words.text("sensors.import.download"), "problems.csv", out -> out.write(file)));
    }

    private String line(Problem problem) {
        return problem.line() == 0 ? words.text("sensors.import.whole") : Long.toString(problem.line());
    }

    private String sentence(Problem problem) {
        return words.text("sensors.problem." + problem.reason(), problem.column(), problem.cell(), problem.hint());
    }

    /** Sentences are made now: a download has no page whose language it could ask. */
    private byte[] file(List<Problem> problems) {
        var text = new StringWriter();
        try (var rows = CsvWriter.builder().build(text)) {
            rows.writeRecord("line", "column", "cell", "problem");
            for (var problem : problems)
                rows.writeRecord(
                        Long.toString(problem.line()),
                        problem.column(),
                        Cells.harmless(problem.cell()),
                        Cells.harmless(sentence(problem)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(UTF_8);
    }
}
