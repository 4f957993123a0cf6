package city.cockpit.explorer;

import city.cockpit.town.DataLicence;
import city.cockpit.transfer.Export;
import city.cockpit.transfer.FileForm;
import city.cockpit.uikit.Course;
import city.cockpit.uikit.CourseForm;
import city.cockpit.uikit.LiveTown;
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

    /** Too many download at the same time. */
    private static final int BUSY = 503;

    private final Wording words;
    private final LiveTown town;
    private final Export export;
    private final CourseCsv csv;
    private final CoursePictures pictures;
    private volatile Optional<Course> course = Optional.empty();

    /** @param town whose data it is */
    CourseDownloads(Wording words, LiveTown town, Export export) {
        this.town = town;
        this.export = export;
        this.words = words;
        this.csv = new CourseCsv(words);
        this.pictures = new CoursePictures(words);
        addClassName("downloads");
        setAriaLabel(words.text("explorer.download"));
        DownloadHandler forPrograms = event -> send(event, csv::writeForPrograms);
        DownloadHandler forSpreadsheets = event -> send(event, csv::writeForSpreadsheets);
        DownloadHandler raw = this::sendReadings;
        add(
                new Span(words.text("explorer.download")),
                new Anchor(forPrograms, words.text("explorer.download.programs")),
                new Anchor(forSpreadsheets, words.text("explorer.download.spreadsheets")),
                new Anchor(raw, words.text("explorer.download.raw")),
                pictures);
        setVisible(false);
    }

    /** @param form pictures are taken of charts only */
    void show(Course next, CourseForm form) {
        course = Optional.of(next).filter(one -> !one.isEmpty());
        pictures.setVisible(form == CourseForm.CHART);
        pictures.show(name(next), caption(next));
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
        event.setFileName(name(now.get()) + ".csv");
        event.setContentType("text/csv; charset=utf-8");
        format.write(now.get(), event.getOutputStream());
    }

    /** Every reading behind the chart, page by page, so that a year of them needs no more room than a day. */
    private void sendReadings(DownloadEvent event) throws IOException {
        var now = course;
        if (now.isEmpty()) {
            event.getResponse().setStatus(404);
            return;
        }
        var series = now.get().lines().stream()
                .map(line -> line.data().series())
                .distinct()
                .toList();
        event.setFileName(name(now.get()) + "_readings.csv");
        event.setContentType("text/csv; charset=utf-8");
        if (!export.write(FileForm.Shape.LONG, series, now.get().span(), event.getOutputStream()))
            event.getResponse().setStatus(BUSY);
    }

    /** Whose numbers these are, of when, and on which terms. */
    private String caption(Course shown) {
        var profile = town.now().profile();
        var source = words.text(
                profile.licence() == DataLicence.NONE ? "explorer.source" : "explorer.source.licence",
                subject(shown),
                words.formats().date(shown.span().from()),
                words.formats().date(shown.span().to().minusMillis(1)),
                profile.town().name(),
                profile.licence().title());
        var isSimulated =
                shown.lines().stream().anyMatch(line -> line.data().series().simulated());
        return isSimulated ? source + ". " + words.text("proof.source.simulated") : source;
    }

    /** What was measured, and where if it was one place; several are named in the chart. */
    private String subject(Course shown) {
        var properties = shown.lines().stream()
                .map(line -> line.property().name(words.locale()))
                .distinct()
                .toList();
        var places = shown.lines().stream()
                .map(line -> line.data().series().place())
                .distinct()
                .toList();
        return places.size() == 1
                ? words.text("explorer.name", places.getFirst(), words.list(properties))
                : words.list(properties);
    }

    /** Property and days, so that many files in one folder are told apart. */
    private String name(Course shown) {
        var zone = words.formats().zone();
        return "%s_%s_%s"
                .formatted(
                        shown.lines().getFirst().property().key(),
                        DAY.format(shown.span().from().atZone(zone)),
                        DAY.format(shown.span().to().minusMillis(1).atZone(zone)));
    }
}
