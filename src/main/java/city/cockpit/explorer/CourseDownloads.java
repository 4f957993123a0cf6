package city.cockpit.explorer;

import city.cockpit.uikit.Course;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The ways to take along what is shown; there are none while nothing is. */
final class CourseDownloads extends Nav {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;

    private final Wording words;
    private final CourseCsv csv;
    private volatile Optional<Course> course = Optional.empty();

    CourseDownloads(Wording words) {
        this.words = words;
        this.csv = new CourseCsv(words);
        addClassName("downloads");
        setAriaLabel(words.text("explorer.download"));
        DownloadHandler forPrograms = event -> send(event, csv::writeForPrograms);
        DownloadHandler forSpreadsheets = event -> send(event, csv::writeForSpreadsheets);
        add(
                new Span(words.text("explorer.download")),
                new Anchor(forPrograms, words.text("explorer.download.programs")),
                new Anchor(forSpreadsheets, words.text("explorer.download.spreadsheets")));
        setVisible(false);
    }

    void show(Course next) {
        course = Optional.of(next).filter(one -> !one.isEmpty());
        setVisible(course.isPresent());
    }

    private interface Format {
        void write(Course course, OutputStream out) throws IOException;
    }

    /** Runs on a thread of its own, for which the course that is shown does not change. */
    private void send(DownloadEvent event, Format format) throws IOException {
        var now = course;
        if (now.isEmpty()) {
            event.getResponse().setStatus(404);
            return;
        }
        event.setFileName(name(now.get()));
        event.setContentType("text/csv; charset=utf-8");
        format.write(now.get(), event.getOutputStream());
    }

    /** Property and days, so that many files in one folder are told apart. */
    private String name(Course shown) {
        var zone = words.formats().zone();
        return "%s_%s_%s.csv"
                .formatted(
                        shown.lines().getFirst().property().key(),
                        DAY.format(shown.span().from().atZone(zone)),
                        DAY.format(shown.span().to().minusMillis(1).atZone(zone)));
    }
}
