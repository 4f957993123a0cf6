package city.cockpit.technicians;

import city.cockpit.ingest.Units;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.Kind;
import city.cockpit.measurement.NeighbourLimits;
import city.cockpit.measurement.ObservedProperty;
import city.cockpit.measurement.PlausibleRange;
import city.cockpit.measurement.Unit;
import city.cockpit.registry.NameTakenException;
import city.cockpit.registry.OwnProperties;
import city.cockpit.uikit.Attempt;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** An observed property of the town: what it is called, its unit, and which values are possible and plausible. */
final class PropertyForm extends Section {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_KEY = 32;
    private static final int LONGEST_SYMBOL = 20;

    private final Wording words;
    private final OwnProperties properties;
    private final Optional<ObservedProperty> before;
    private final String technician;
    private final Consumer<ObservedProperty> saved;
    private final FormMessage message = new FormMessage();
    private final Attempt attempt;
    private final TextField german = new TextField();
    private final TextField english = new TextField();
    private final TextField key = new TextField();
    private final Select<Domain> domain = new Select<>();
    private final Select<Kind> kind = new Select<>();
    private final TextField ucum = new TextField();
    private final TextField symbol = new TextField();
    private final IntegerField decimals = new IntegerField();
    private final NumberField lowest = new NumberField();
    private final NumberField highest = new NumberField();
    private final NumberField plausibleLowest = new NumberField();
    private final NumberField plausibleHighest = new NumberField();

    /** In the order in which they stand. */
    private final List<AbstractField<?, ?>> fields = List.of(
            german,
            english,
            key,
            domain,
            kind,
            ucum,
            symbol,
            decimals,
            lowest,
            highest,
            plausibleLowest,
            plausibleHighest);

    private final ScaleFields scale;
    private boolean isChanged;

    /** @param before empty for a new one */
    PropertyForm(
            Wording words,
            OwnProperties properties,
            Optional<ObservedProperty> before,
            String technician,
            Consumer<ObservedProperty> saved) {
        this.words = words;
        this.properties = properties;
        this.before = before;
        this.technician = technician;
        this.saved = saved;
        this.attempt = new Attempt(words, message);
        scale = new ScaleFields(words, () -> isChanged = true);
        var title = before.map(one -> one.name(words.locale())).orElseGet(() -> words.text("properties.add"));
        var heading = new H2(title);
        heading.addClassName("panel-head");
        label();
        before.ifPresent(this::fill);
        var store = new Button(words.text("properties.save"), click -> save());
        store.addThemeVariants(ButtonVariant.PRIMARY);
        var buttons = new Div(store);
        buttons.addClassName("panel-buttons");
        var place = new Div(fields.toArray(Component[]::new));
        place.addClassName("panel-fields");
        addClassNames("panel", "panel-form");
        getElement().setAttribute("aria-label", title);
        add(heading, message, place, scale, buttons);
        fields.forEach(field -> field.addValueChangeListener(change -> isChanged |= change.isFromClient()));
    }

    private void label() {
        german.setLabel(words.text("properties.german"));
        english.setLabel(words.text("properties.english"));
        key.setLabel(words.text("properties.key"));
        key.setHelperText(words.text("properties.key.help"));
        domain.setLabel(words.text("properties.domain"));
        domain.setItems(Domain.values());
        domain.setItemLabelGenerator(one -> words.text("domain." + one));
        kind.setLabel(words.text("properties.kind"));
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(one -> words.text("properties.kind." + one));
        kind.addValueChangeListener(
                change -> kind.setHelperText(words.text("properties.kind.why." + change.getValue())));
        kind.setValue(Kind.LEVEL);
        ucum.setLabel(words.text("properties.ucum"));
        ucum.setHelperText(words.text("properties.ucum.help"));
        symbol.setLabel(words.text("properties.symbol"));
        symbol.setHelperText(words.text("properties.symbol.help"));
        decimals.setLabel(words.text("properties.decimals"));
        decimals.setMin(0);
        decimals.setMax(6);
        decimals.setValue(1);
        decimals.setStepButtonsVisible(true);
        lowest.setLabel(words.text("properties.lowest"));
        highest.setLabel(words.text("properties.highest"));
        lowest.setHelperText(words.text("properties.possible.help"));
        plausibleLowest.setLabel(words.text("properties.plausible.lowest"));
        plausibleHighest.setLabel(words.text("properties.plausible.highest"));
        plausibleLowest.setHelperText(words.text("properties.plausible.help"));
        german.addValueChangeListener(change -> {
            if (before.isEmpty() && key.isEmpty()) key.setValue(suggestion(change.getValue()));
        });
    }

    /** A short name made of the name. */
    private static String suggestion(String name) {
        var plain = Normalizer.normalize(
                        name.toLowerCase(Locale.GERMAN)
                                .replace("ä", "ae")
                                .replace("ö", "oe")
                                .replace("ü", "ue")
                                .replace("ß", "ss"),
                        Normalizer.Form.NFKD)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^[^a-z]+|_+$", "");
        return plain.substring(0, Math.min(LONGEST_KEY, plain.length()));
    }

    private void fill(ObservedProperty one) {
        german.setValue(one.germanName());
        english.setValue(one.englishName());
        key.setValue(one.key());
        key.setReadOnly(true);
        domain.setValue(one.domain());
        kind.setValue(one.kind());
        ucum.setValue(one.unit().ucum());
        symbol.setValue(one.unit().symbol());
        decimals.setValue(one.decimals());
        lowest.setValue(one.lowest());
        highest.setValue(one.highest());
        if (!Double.isInfinite(one.plausible().lowest()))
            plausibleLowest.setValue(one.plausible().lowest());
        if (!Double.isInfinite(one.plausible().highest()))
            plausibleHighest.setValue(one.plausible().highest());
        one.scale().ifPresent(scale::fill);
        // Stored values are of that kind and in that unit.
        var isUsed = properties.countSeries(one.key()) > 0;
        kind.setReadOnly(isUsed);
        ucum.setReadOnly(isUsed);
        if (isUsed) ucum.setHelperText(words.text("properties.used"));
    }

    boolean isChanged() {
        return isChanged;
    }

    private void save() {
        message.clear();
        var name = german.getValue().strip();
        var wrong = Stream.of(
                        check(german, fits(name), "properties.name.wrong"),
                        check(english, fits(english.getValue().strip()), "properties.name.wrong"),
                        check(key, key.getValue().strip().matches("[a-z][a-z0-9_]{0,31}"), "properties.key.help"),
                        check(domain, !domain.isEmpty(), "properties.domain.missing"),
                        check(ucum, isUnit(ucum.getValue().strip()), "properties.ucum.wrong"),
                        check(symbol, symbol.getValue().length() <= LONGEST_SYMBOL, "properties.symbol.help"),
                        check(
                                decimals,
                                decimals.getValue() != null && decimals.getValue() >= 0 && decimals.getValue() <= 6,
                                "properties.decimals.wrong"),
                        check(lowest, lowest.getValue() != null, "properties.possible.missing"),
                        check(
                                highest,
                                highest.getValue() != null
                                        && (lowest.getValue() == null || lowest.getValue() < highest.getValue()),
                                "properties.possible.missing"),
                        check(plausibleHighest, plausible().isPresent(), "properties.plausible.wrong"),
                        scale.isRight() ? List.<String>of() : List.of(words.text("properties.scale")))
                .flatMap(List::stream)
                .toList();
        if (wrong.isEmpty()) store();
        else {
            message.say(FormMessage.Kind.PROBLEM, words.text("properties.wrong", words.list(wrong)));
            fields.stream()
                    .filter(field -> field instanceof HasValidationProperties checked && checked.isInvalid())
                    .findFirst()
                    .ifPresentOrElse(field -> ((Focusable<?>) field).focus(), scale::focusWrong);
        }
    }

    private static boolean fits(String name) {
        return !name.isEmpty() && name.length() <= LONGEST_NAME;
    }

    private static boolean isUnit(String code) {
        return !code.isEmpty() && Units.isUcum(code);
    }

    private Optional<PlausibleRange> plausible() {
        var from = Optional.ofNullable(plausibleLowest.getValue()).orElse(Double.NEGATIVE_INFINITY);
        var to = Optional.ofNullable(plausibleHighest.getValue()).orElse(Double.POSITIVE_INFINITY);
        return from < to ? Optional.of(new PlausibleRange(from, to)) : Optional.empty();
    }

    /** The label of the field if it is wrong. */
    private <F extends Component & HasValidationProperties> List<String> check(
            F field, boolean isRight, String sentence) {
        field.setInvalid(!isRight);
        field.setErrorMessage(isRight ? "" : words.text(sentence));
        return isRight ? List.of() : List.of(field.getElement().getProperty("label", ""));
    }

    private void store() {
        var property = new ObservedProperty(
                key.getValue().strip(),
                domain.getValue(),
                kind.getValue(),
                new Unit(ucum.getValue().strip(), symbol.getValue().strip()),
                decimals.getValue(),
                lowest.getValue(),
                highest.getValue(),
                plausible().orElseThrow(),
                NeighbourLimits.NONE,
                scale.scale(),
                german.getValue().strip(),
                english.getValue().strip());
        attempt.at(() -> keep(property), isKept -> {
            if (isKept) {
                isChanged = false;
                saved.accept(property);
            }
        });
    }

    private boolean keep(ObservedProperty property) {
        try {
            properties.save(property, before.isEmpty(), technician);
            return true;
        } catch (NameTakenException e) {
            key.setInvalid(true);
            key.setErrorMessage(words.text("properties.taken", e.name()));
            message.say(FormMessage.Kind.PROBLEM, words.text("properties.taken", e.name()));
            return false;
        }
    }
}
