package city.cockpit.planning;

import city.cockpit.measurement.Series;
import city.cockpit.measurement.Site;
import city.cockpit.strategy.plan.Binding;
import city.cockpit.strategy.plan.Binding.Aggregation;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** From which sensors an indicator is computed: of what this town measures, with the series that come of it in words. */
final class BindingFields {

    /** What a binding calls every property. */
    private static final String ANY = "*";

    /** More names make no sentence. */
    private static final int MOST_NAMES = 8;

    private final Wording words;
    private final SensorChoice sensors;
    private final Map<String, String> properties = new TreeMap<>();
    private final Map<String, String> places = new TreeMap<>();
    private final ComboBox<String> property;
    private final MultiSelectComboBox<String> sites;
    private final Select<Aggregation> aggregation;
    private final NumberField level;
    private final NumberField area;
    private final Select<Binding.Places> together;
    private final Select<Binding.Window> window;
    private final NumberField coverage;
    private final Select<Binding.Grade> grade;
    private final Paragraph feeds = new Paragraph();

    private BindingFields(Fields fields, Optional<Binding> before, SensorChoice sensors) {
        this.words = fields.words();
        this.sensors = sensors;
        know(before);
        fields.group("edit.sensors");
        fields.add(new Paragraph(words.text("edit.sensors.help")));
        property = new ComboBox<>(words.text("edit.property"));
        property.setItems(properties.keySet());
        property.setItemLabelGenerator(key -> properties.getOrDefault(key, key));
        before.map(Binding::property).ifPresent(property::setValue);
        fields.find(property);
        sites = new MultiSelectComboBox<>(words.text("edit.sites"));
        sites.setItemLabelGenerator(key -> places.getOrDefault(key, key));
        sites.setPlaceholder(words.text("edit.sites.all"));
        offerSites();
        before.map(Binding::sites).ifPresent(sites::setValue);
        fields.several(sites);
        aggregation = fields.choice(
                "planning.how.aggregation",
                "strategy.aggregation.",
                Aggregation.values(),
                before.map(Binding::aggregation).orElse(Aggregation.MEAN_OF_HOURLY_MEANS));
        level = fields.number("edit.level", before.map(Binding::level).orElse(OptionalDouble.empty()));
        level.setHelperText(words.text("edit.level.help"));
        area = fields.number("edit.area", before.map(Binding::squareMetres).orElse(OptionalDouble.empty()));
        together = fields.choice(
                "planning.how.places",
                "strategy.places.",
                Binding.Places.values(),
                before.map(Binding::places).orElse(Binding.Places.HIGHEST));
        window = fields.choice(
                "planning.how.window",
                "strategy.window.",
                Binding.Window.values(),
                before.map(Binding::window).orElse(Binding.Window.CALENDAR_YEAR));
        coverage = fields.number(
                "edit.coverage",
                Fields.percent(before.map(Binding::minimumCoverage).or(() -> Optional.of(0.85))));
        grade = fields.choice(
                "planning.how.grade",
                "strategy.grade.",
                Binding.Grade.values(),
                before.map(Binding::grade).orElse(Binding.Grade.INDICATIVE));
        feeds.addClassName("figure-note");
        feeds.getElement().setAttribute("role", "status");
        fields.add(feeds);
        property.addValueChangeListener(changed -> {
            offerSites();
            show();
        });
        sites.addValueChangeListener(changed -> show());
        aggregation.addValueChangeListener(changed -> show());
        show();
    }

    /** The fields, and what stands in them; nothing without a property. */
    static Supplier<Optional<Binding>> of(Fields fields, Optional<Binding> before, SensorChoice sensors) {
        return new BindingFields(fields, before, sensors)::binding;
    }

    /** What a binding names stays, even if no sensor measures it any more. */
    private void know(Optional<Binding> before) {
        for (var series : sensors.series()) {
            properties.put(series.property().key(), series.property().name(words.locale()));
            places.put(series.site().key(), series.site().title());
        }
        properties.put(ANY, words.text("edit.property.any"));
        before.ifPresent(binding -> {
            properties.putIfAbsent(binding.property(), binding.property());
            binding.sites().forEach(site -> places.putIfAbsent(site, site));
        });
    }

    /** Places that observe the property, and those that are chosen already. */
    private void offerSites() {
        var chosen = sites.getValue();
        var offered = new TreeSet<>(chosen);
        sensors.series().stream()
                .filter(this::isOfProperty)
                .map(Series::site)
                .map(Site::key)
                .forEach(offered::add);
        sites.setItems(offered);
        sites.setValue(chosen);
    }

    private boolean isOfProperty(Series series) {
        var key = property.getOptionalValue().orElse("");
        return key.equals(ANY) || series.property().key().equals(key);
    }

    private void show() {
        var binding = binding();
        level.setVisible(aggregation.getValue().needsLevel() || !level.isEmpty());
        area.setVisible(aggregation.getValue() == Aggregation.PER_SQUARE_METRE || !area.isEmpty());
        feeds.setVisible(binding.isPresent());
        binding.ifPresent(one -> feeds.setText(sentence(sensors.feeding().apply(one))));
    }

    private String sentence(List<Series> series) {
        if (series.isEmpty()) return words.text("edit.sensors.none");
        var names = series.stream().map(Series::place).distinct().toList();
        var told = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())))
                + (names.size() > MOST_NAMES ? " …" : "");
        return words.text("edit.sensors.feed", (long) series.size(), told);
    }

    private Optional<Binding> binding() {
        return property.getOptionalValue()
                .map(key -> new Binding(
                        key,
                        List.copyOf(sites.getValue()),
                        aggregation.getValue(),
                        Fields.value(level),
                        Fields.value(area),
                        together.getValue(),
                        window.getValue(),
                        Fields.value(coverage).orElse(85) / 100,
                        grade.getValue()));
    }
}
