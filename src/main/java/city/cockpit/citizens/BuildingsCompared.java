package city.cockpit.citizens;

import city.cockpit.live.CityPicture;
import city.cockpit.live.DomainState;
import city.cockpit.live.EnergyDay;
import city.cockpit.measurement.Threshold;
import city.cockpit.measurement.Thresholds;
import city.cockpit.uikit.Rows;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What the town's buildings have used today, and what buildings of their kind use in a year, for each square metre. */
final class BuildingsCompared extends TopicExtra {

    private static final String SCHEME = "VDI-3807";
    private static final String HEAT = "heat_per_area";
    private static final String POWER = "electricity_per_area";
    private static final String MEAN = "_mean";
    private static final String GUIDE = "_guide";

    private final Wording words;
    private final Paragraph day = new Paragraph();

    BuildingsCompared(Wording words, Thresholds thresholds) {
        super(words.text("topic.energy"));
        this.words = words;
        var values = thresholds.listThresholds().stream()
                .filter(one -> one.origin().scheme().equals(SCHEME))
                .toList();
        add(day, new H3(words.text("topic.energy.compared")), new Paragraph(words.text("topic.energy.why")));
        if (!values.isEmpty()) add(table(values), new Paragraph(note(values.getFirst())));
    }

    private Rows table(List<Threshold> values) {
        var rows = new Rows(words, "topic.energy.kind", "topic.energy.heat", "topic.energy.power");
        kinds(values)
                .forEach((kind, name) -> rows.addRow(
                        new Span(name), new Span(both(values, HEAT, kind)), new Span(both(values, POWER, kind))));
        return rows;
    }

    /** The kinds of buildings by their key, with their name: what stands before the colon of each value. */
    private Map<String, String> kinds(List<Threshold> values) {
        var kinds = new LinkedHashMap<String, String>();
        for (var value : values)
            if (value.key().endsWith(MEAN))
                kinds.putIfAbsent(
                        value.key().substring(0, value.key().length() - MEAN.length()),
                        value.word(words.locale()).replaceFirst(": .*", ""));
        return kinds;
    }

    private String both(List<Threshold> values, String metric, String kind) {
        var mean = number(values, metric, kind + MEAN);
        var guide = number(values, metric, kind + GUIDE);
        return mean.isEmpty() || guide.isEmpty()
                ? "–"
                : words.text("topic.energy.mean-and-guide", mean.get(), guide.get());
    }

    private Optional<String> number(List<Threshold> values, String metric, String key) {
        return values.stream()
                .filter(one ->
                        one.measure().metric().equals(metric) && one.key().equals(key))
                .findFirst()
                .map(one -> words.formats().count(Math.round(one.value())));
    }

    private String note(Threshold value) {
        return words.text(
                "topic.energy.note",
                value.origin().name(words.locale()),
                words.text("limits.confidence." + value.origin().confidence()));
    }

    @Override
    void show(DomainState state, CityPicture picture) {
        var said = EnergyDay.of(picture)
                .map(today -> words.text(
                        "topic.energy.today",
                        words.formats().count(Math.round(today.used())),
                        words.formats().minute(today.until(), picture.at()),
                        words.formats().count(Math.round(today.usual())),
                        (long) today.compared()))
                .orElse(words.text("topic.energy.today.unknown"));
        if (!Objects.equals(said, day.getText())) day.setText(said);
    }
}
