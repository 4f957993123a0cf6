package city.cockpit.technicians;

import city.cockpit.fleet.SensorHealth;
import city.cockpit.history.Completeness.Shares;
import city.cockpit.live.SeriesState;
import city.cockpit.uikit.Rows;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** For how much of the last day, week and month there are values; of several series each by itself, too. */
final class CompletenessPanel extends Section {

    private static final double PERCENT = 100;

    private final Wording words;
    private final Div bars = new Div();
    private final Rows table;
    private Optional<List<Object>> shown = Optional.empty();

    CompletenessPanel(Wording words) {
        this.words = words;
        bars.addClassName("shares");
        table = new Rows(
                words, "sensors.series", "sensors.complete.day", "sensors.complete.week", "sensors.complete.month");
        table.addClassName("plain-rows");
        addClassName("panel");
        var why = new Paragraph(words.text("sensors.complete.why"));
        why.addClassName("why");
        add(new H2(words.text("sensors.complete.title")), bars, table, why);
    }

    void show(SensorHealth health) {
        var known = List.<Object>of(health.sensor().id(), health.sensor().series(), health.completeOf());
        if (shown.equals(Optional.of(known))) return;
        shown = Optional.of(known);
        bars.removeAll();
        bars.add(
                bar("sensors.complete.day", health.complete().day()),
                bar("sensors.complete.week", health.complete().week()),
                bar("sensors.complete.month", health.complete().month()));
        table.clear();
        if (health.series().size() > 1)
            for (var state : health.series())
                add(state, health.completeOf().getOrDefault(state.series().id(), Shares.NONE));
    }

    private void add(SeriesState state, Shares shares) {
        table.addRow(
                new Span(state.series().property().name(words.locale())),
                new Span(text(shares.day())),
                new Span(text(shares.week())),
                new Span(text(shares.month())));
    }

    private Div bar(String key, OptionalDouble share) {
        var name = new Span(words.text(key));
        var number = new Span(text(share));
        number.addClassName("share-number");
        var fill = new Span();
        fill.addClassName("share-fill");
        fill.getStyle().set("inline-size", String.format(Locale.ROOT, "%.1f%%", PERCENT * share.orElse(0)));
        var line = new Span(fill);
        line.addClassName("share-line");
        line.getElement().setAttribute("aria-hidden", "true");
        var bar = new Div(name, number, line);
        bar.addClassName("share");
        return bar;
    }

    private String text(OptionalDouble share) {
        return share.isPresent() ? words.formats().coverage(share.getAsDouble()) : words.text("sensors.complete.none");
    }
}
