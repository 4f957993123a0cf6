package city.cockpit.technicians;

import city.cockpit.measurement.Site;
import city.cockpit.sitefacts.Fact;
import city.cockpit.sitefacts.FactKind;
import city.cockpit.sitefacts.OpeningHours;
import city.cockpit.sitefacts.ReferenceBuildings;
import city.cockpit.sitefacts.SpecialBay;
import city.cockpit.uikit.DayField;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.Rows;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What somebody says of one site, from which day on and who says so; only what was changed is said anew. */
final class SiteFactsForm extends Section {

    private final Wording words;
    private final ReferenceBuildings references;
    private final Map<FactKind, String> inForce = new EnumMap<>(FactKind.class);
    private final FormMessage message = new FormMessage();
    private final HoursFields hours;
    private final Map<SpecialBay, IntegerField> bays = new EnumMap<>(SpecialBay.class);
    private final Select<String> kind = new Select<>();
    private final IntegerField area;
    private final DayField from;
    private final TextField source;

    /**
     * @param known what holds and what will
     * @param save what was changed, at least one
     */
    SiteFactsForm(
            Wording words,
            ReferenceBuildings references,
            Site site,
            List<Fact> known,
            LocalDate today,
            Consumer<List<Fact>> save) {
        this.words = words;
        this.references = references;
        known.stream()
                .filter(fact -> !fact.validFrom().isAfter(today))
                .forEach(fact -> inForce.put(fact.kind(), fact.value()));
        hours = new HoursFields(words);
        OpeningHours.find(value(FactKind.OPENING_HOURS)).ifPresent(hours::show);
        area = number(words.text("places.area"), FactKind.LARGEST_AREA, value(FactKind.FLOOR_AREA));
        area.setHelperText(words.text("places.area.help"));
        from = new DayField(words, words.text("places.from"));
        from.setValue(today);
        source = new TextField(words.text("places.source"));
        source.setHelperText(words.text("places.source.help"));
        source.setMaxLength(Fact.LONGEST_SOURCE);
        var keep = new Button(words.text("places.save"), click -> changed().ifPresent(save));
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        var buttons = new Div(keep);
        buttons.addClassName("panel-buttons");
        var said = new Div(from, source);
        said.addClassName("plan-fields");
        addClassNames("panel", "panel-form", "place-form");
        getElement().setAttribute("aria-label", site.title());
        add(
                new H2(site.title()),
                message,
                new H3(words.text("places.hours")),
                hours,
                new H3(words.text("places.bays")),
                bayFields(),
                new H3(words.text("places.building")),
                buildingFields(),
                new H3(words.text("places.said")),
                said,
                buttons);
        if (!known.isEmpty()) add(new H3(words.text("places.known")), list(known));
    }

    private String value(FactKind of) {
        return inForce.getOrDefault(of, "");
    }

    private static IntegerField number(String label, int highest, String value) {
        var field = new IntegerField(label);
        field.setMin(0);
        field.setMax(highest);
        field.setStepButtonsVisible(false);
        if (!value.isEmpty()) field.setValue(Integer.valueOf(value));
        return field;
    }

    private Div bayFields() {
        var fields = new Div();
        fields.addClassName("plan-fields");
        for (var bay : SpecialBay.values()) {
            var field = number(words.text("fact." + bay.count()), FactKind.MOST_BAYS, value(bay.count()));
            bays.put(bay, field);
            fields.add(field);
        }
        return fields;
    }

    private Div buildingFields() {
        kind.setLabel(words.text("places.kind"));
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption(words.text("places.kind.none"));
        kind.setItems(references.listKinds());
        kind.setItemLabelGenerator(
                key -> key == null ? words.text("places.kind.none") : references.name(key, words.locale()));
        if (references.listKinds().contains(value(FactKind.BUILDING_KIND)))
            kind.setValue(value(FactKind.BUILDING_KIND));
        var fields = new Div(kind, area);
        fields.addClassName("plan-fields");
        return fields;
    }

    private Rows list(List<Fact> known) {
        var rows = new Rows(words, "places.fact", "places.value", "places.from", "places.source");
        var values = new FactWords(words, references);
        for (var fact : known)
            rows.addRow(
                    new Span(words.text("fact." + fact.kind())),
                    new Span(values.of(fact.kind(), fact.value(), "places.nothing")),
                    new Span(words.formats().date(fact.validFrom())),
                    new Span(fact.source().isEmpty() ? "–" : fact.source()));
        return rows;
    }

    /** What differs from what holds; nothing, with a word why, if that is nothing or if something is wrong. */
    private Optional<List<Fact>> changed() {
        message.clear();
        var notation = hours.findNotation();
        var day = from.getOptionalValue();
        if (notation.isEmpty()
                || day.isEmpty()
                || area.isInvalid()
                || bays.values().stream().anyMatch(IntegerField::isInvalid)) {
            message.say(FormMessage.Kind.PROBLEM, words.text("places.wrong"));
            return Optional.empty();
        }
        var typed = new EnumMap<FactKind, String>(FactKind.class);
        typed.put(FactKind.OPENING_HOURS, notation.get());
        bays.forEach((bay, field) -> typed.put(bay.count(), text(field)));
        typed.put(FactKind.BUILDING_KIND, Optional.ofNullable(kind.getValue()).orElse(""));
        typed.put(FactKind.FLOOR_AREA, text(area).equals("0") ? "" : text(area));
        var facts = typed.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(value(entry.getKey())))
                .map(entry -> new Fact(
                        entry.getKey(),
                        entry.getValue(),
                        day.get(),
                        source.getValue().strip()))
                .toList();
        if (facts.isEmpty()) message.say(FormMessage.Kind.NOTICE, words.text("places.unchanged"));
        return Optional.of(facts).filter(some -> !some.isEmpty());
    }

    private static String text(IntegerField field) {
        return field.getOptionalValue().map(String::valueOf).orElse("");
    }
}
