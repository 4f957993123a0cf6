package city.cockpit.uikit;

import city.cockpit.measurement.Confidence;
import city.cockpit.measurement.ObservedProperty;
import city.cockpit.measurement.Threshold;
import city.cockpit.measurement.Thresholds;
import city.cockpit.measurement.Unit;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The limits for what is measured, each with its norm, averaging time and date. No value stands beside them: none of
 * a moment may be compared with the mean of a day or a year.
 */
public final class LimitList extends Section {

    /** What is derived from a property and has limits of its own. */
    private static final Map<String, List<String>> DERIVED = Map.of(
            "laeq", List.of("lden", "lnight", "rating_level"),
            "precipitation", List.of("precipitation_sum"),
            "wind_speed", List.of("wind_gust"));

    private final Wording words;
    private final Div groups = new Div();

    public LimitList(Wording words) {
        this.words = words;
        addClassName("limit-list");
        add(new H2(words.text("limits.title")), new Paragraph(words.text("limits.warning")), groups);
    }

    /** Shows those of the properties that hold on that day or later; without any, nothing. */
    public void show(Collection<ObservedProperty> properties, Thresholds thresholds, LocalDate today) {
        groups.removeAll();
        properties.stream()
                .distinct()
                .forEach(property -> group(property, thresholds, today).ifPresent(groups::add));
        setVisible(groups.getComponentCount() > 0);
    }

    /** Folded, since of noise alone there are more than thirty. */
    private Optional<NativeDetails> group(ObservedProperty property, Thresholds thresholds, LocalDate today) {
        var metrics = Stream.concat(Stream.of(property.key()), DERIVED.getOrDefault(property.key(), List.of()).stream())
                .collect(Collectors.toSet());
        var found = thresholds.listThresholds().stream()
                .filter(one -> metrics.contains(one.measure().metric()))
                .filter(one -> one.nature() != Threshold.Nature.REFERENCE)
                // Steps on the way to a guideline are no limits.
                .filter(one -> !one.key().startsWith("it"))
                .filter(one -> one.origin().validUntil().filter(today::isAfter).isEmpty())
                .toList();
        if (found.isEmpty()) return Optional.empty();
        var name = property.name(words.locale());
        var rows = new Rows(words, "limits.what", "limits.value", "limits.averaging", "limits.norm", "limits.valid");
        for (var one : found) row(rows, one, metric(one, name), property.unit());
        return Optional.of(new NativeDetails(words.text("limits.of", name, (long) found.size()), rows));
    }

    private String metric(Threshold one, String property) {
        return words.findText("limits.metric." + one.measure().metric()).orElse(property);
    }

    private void row(Rows rows, Threshold one, String metric, Unit unit) {
        var origin = one.origin();
        var name = new Div(new Span(metric));
        var word = new Div(one.word(words.locale()));
        word.addClassName("site-note");
        name.add(word);
        rows.addRow(
                name,
                new Span(value(one, unit)),
                new Span(words.text("limits.averaging." + one.measure().averaging())),
                new Span(Stream.of(
                                origin.name(words.locale()) + " (" + origin.edition() + ")",
                                origin.confidence().compareTo(Confidence.TRANSCRIBED) > 0
                                        ? words.text("limits.confidence." + origin.confidence())
                                        : "")
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("; "))),
                new Span(valid(origin.validFrom(), origin.validUntil())));
    }

    private String value(Threshold one, Unit unit) {
        var number = words.formats().number(one.value(), one.value() == Math.rint(one.value()) ? 0 : 1);
        var symbol = one.measure().ucum().equals(unit.ucum())
                ? unit.symbol()
                : words.findText("limits.unit." + one.measure().metric())
                        .orElse(one.measure().ucum());
        var value = (number + "\u00a0" + symbol).strip();
        return one.exceedances().isEmpty()
                ? value
                : words.text(
                        "limits.exceedances", value, (long) one.exceedances().getAsInt());
    }

    private String valid(Optional<LocalDate> from, Optional<LocalDate> until) {
        if (from.isPresent() && until.isPresent())
            return words.text("doubt.between", day(from.get()), day(until.get()));
        if (from.isPresent()) return words.text("limits.valid.from", day(from.get()));
        return until.map(last -> words.text("limits.valid.until", day(last))).orElse(words.text("limits.valid.now"));
    }

    private String day(LocalDate day) {
        return words.formats().date(day.atStartOfDay(words.formats().zone()).toInstant());
    }
}
