package city.cockpit.technicians;

import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Series;
import city.cockpit.transfer.Export;
import city.cockpit.transfer.FileForm.Shape;
import city.cockpit.uikit.DayField;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The way to take single readings along: which series, from when until when, in which form. */
final class ExportForm extends Section {

    private static final LocalDate BEGIN = LocalDate.of(1970, 1, 1);
    private static final int BUSY = 503;

    private final Wording words;
    private final List<Series> all;
    private final Export export;
    private final InstantSource clock;
    private final MultiSelectComboBox<Series> series = new MultiSelectComboBox<>();
    private final Select<Shape> shape = new Select<>();
    private final DayField from;
    private final DayField to;
    private final Anchor download;
    private volatile Optional<Wish> wish = Optional.empty();

    private record Wish(Shape shape, List<Series> series, Interval span) {}

    ExportForm(Wording words, List<Series> all, Export export, InstantSource clock) {
        this.words = words;
        this.all = all;
        this.export = export;
        this.clock = clock;
        series.setLabel(words.text("transfer.export.series"));
        series.setPlaceholder(words.text("transfer.export.all"));
        series.setItems(all);
        series.setItemLabelGenerator(one -> words.text(
                "transfer.series",
                one.place(),
                one.property().name(words.locale()),
                one.id().value()));
        shape.setLabel(words.text("transfer.shape"));
        shape.setItems(Shape.values());
        shape.setItemLabelGenerator(one -> words.text("transfer.shape." + one));
        shape.setValue(Shape.LONG);
        from = new DayField(words, words.text("transfer.export.from"));
        to = new DayField(words, words.text("transfer.export.to"));
        from.setHelperText(words.text("transfer.export.from.help"));
        to.setHelperText(words.text("transfer.export.to.help"));
        DownloadHandler handler = this::send;
        download = new Anchor(handler, words.text("transfer.export.go"));
        download.addClassName("button");
        var fields = new Div(series, shape, from, to);
        fields.addClassName("import-fields");
        var about = new Paragraph(words.text("transfer.export.about"));
        about.addClassName("panel-note");
        var buttons = new Div(download);
        buttons.addClassName("panel-buttons");
        addClassNames("panel", "panel-form", "export-form");
        getElement().setAttribute("aria-label", words.text("transfer.export"));
        add(new H2(words.text("transfer.export")), about, fields, buttons);
        series.addValueChangeListener(change -> prepare());
        shape.addValueChangeListener(change -> prepare());
        from.addValueChangeListener(change -> prepare());
        to.addValueChangeListener(change -> prepare());
        prepare();
    }

    /** The download runs on a thread of its own, for which what is wished does not change. */
    private void prepare() {
        var zone = words.formats().zone();
        var begin = Optional.ofNullable(from.getValue())
                .orElse(BEGIN)
                .atStartOfDay(zone)
                .toInstant();
        var end = Optional.ofNullable(to.getValue())
                .map(day -> day.plusDays(1).atStartOfDay(zone).toInstant())
                .orElseGet(() -> clock.instant().plus(Duration.ofDays(1)));
        var isPossible = begin.isBefore(end) && !all.isEmpty();
        to.setInvalid(!begin.isBefore(end));
        to.setErrorMessage(words.text("transfer.export.order"));
        var wanted = series.getValue().isEmpty()
                ? all
                : all.stream().filter(series.getValue()::contains).toList();
        wish = isPossible
                ? Optional.of(new Wish(shape.getValue(), wanted, new Interval(begin, end)))
                : Optional.empty();
        download.setVisible(isPossible);
    }

    private void send(DownloadEvent event) throws IOException {
        var now = wish;
        if (now.isEmpty()) {
            event.getResponse().setStatus(404);
            return;
        }
        event.setFileName("readings.csv");
        event.setContentType("text/csv; charset=utf-8");
        var wanted = now.get();
        if (!export.write(wanted.shape(), wanted.series(), wanted.span(), event.getOutputStream()))
            event.getResponse().setStatus(BUSY);
    }
}
