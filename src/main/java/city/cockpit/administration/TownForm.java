package city.cockpit.administration;

import city.cockpit.measurement.Town;
import city.cockpit.town.Accent;
import city.cockpit.town.Contact;
import city.cockpit.town.DataLicence;
import city.cockpit.town.HexColor;
import city.cockpit.town.LegalTexts;
import city.cockpit.town.Paper;
import city.cockpit.town.PlainText;
import city.cockpit.town.TownProfile;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.Setter;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializablePredicate;
import com.vaadin.flow.function.ValueProvider;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The fields of a town's settings in groups, each with what is wrong with it beside it. */
final class TownForm extends Div {

    private final Wording words;
    private final Binder<TownDraft> binder = new Binder<>();
    private final List<Binder.Binding<TownDraft, ?>> bindings = new ArrayList<>();
    private final TextField name;
    private final ZoneField zone;
    private final ColorField light;
    private final Checkbox derived;
    private final ColorField dark;
    private final ArmsField arms;
    private TownDraft draft;

    TownForm(Wording words, InstantSource clock, TownProfile profile) {
        this.words = words;
        this.draft = new TownDraft(profile);
        addClassName("setup-form");
        name = new TextField(words.text("setup.name"));
        name.setValueChangeMode(ValueChangeMode.LAZY);
        zone = new ZoneField(words, clock, profile.zone());
        light = new ColorField(words, Paper.LIGHT);
        derived = new Checkbox(words.text("setup.color.derived"));
        dark = new ColorField(words, Paper.DARK);
        arms = new ArmsField(words);
        addTown();
        addColors();
        addContact();
        addTexts();
        binder.setChangeDetectionEnabled(true);
        read(profile);
    }

    /** Runs after every change of a field. */
    void whenChanged(Runnable changed) {
        binder.addValueChangeListener(change -> {
            showDark();
            changed.run();
        });
    }

    void read(TownProfile profile) {
        draft = new TownDraft(profile);
        binder.readBean(draft);
        showDark();
    }

    /** Puts the profile into the fields as if it had been typed there: where it differs from what was read, that is a change. */
    void type(TownProfile profile) {
        var typed = new TownDraft(profile);
        bindings.forEach(binding -> binding.read(typed));
        showDark();
    }

    boolean isChanged() {
        return binder.hasChanges();
    }

    /** What stands in the fields; empty if some of it is wrong, which then stands beside the fields. */
    Optional<TownProfile> profile() {
        return binder.writeBeanIfValid(draft) ? Optional.of(draft.profile()) : Optional.empty();
    }

    /** The names of the fields that are wrong. The first of them gets the focus. */
    List<String> wrongFields() {
        return WrongFields.of(binder);
    }

    void show(TownPreview preview) {
        preview.show(
                name.getValue(),
                arms.getValue().dataAddress(),
                light.color(),
                derived.getValue() ? light.color().map(Accent::of).map(Accent::dark) : dark.color());
    }

    private void addTown() {
        bindings.add(binder.forField(name)
                .withValidator(text -> !text.isBlank(), words.text("setup.name.missing"))
                .withValidator(oneLine(TownProfile.LONGEST_NAME), tooLong(TownProfile.LONGEST_NAME))
                .bind(held -> held.name, (held, value) -> held.name = value));
        bindings.add(binder.forField(zone)
                .withValidator(Objects::nonNull, words.text("setup.zone.missing"))
                .withValidator(Town::hasWholeHours, words.text("setup.zone.part-hour"))
                .bind(held -> held.zone, (held, value) -> held.zone = value));
        bindings.add(binder.forField(arms).bind(held -> held.arms, (held, value) -> held.arms = value));
        var description = new TextField(words.text("setup.arms.description"));
        description.setHelperText(words.text("setup.arms.description.help"));
        bind(
                description,
                TownProfile.LONGEST_DESCRIPTION,
                held -> held.armsDescription,
                (held, value) -> held.armsDescription = value);
        var boundary = new BoundaryField(words);
        bindings.add(binder.forField(boundary).bind(held -> held.boundary, (held, value) -> held.boundary = value));
        group("town", name, zone, arms, description, boundary);
    }

    private void addColors() {
        bind(light, held -> held.light, (held, value) -> held.light = value);
        bindings.add(binder.forField(derived).bind(held -> held.derived, (held, value) -> held.derived = value));
        bind(dark, held -> held.dark, (held, value) -> held.dark = value);
        group("colors", light, derived, dark);
    }

    private void addContact() {
        var office = new TextArea(words.text("setup.office"));
        office.setMinRows(3);
        office.setHelperText(words.text("setup.office.help"));
        bind(office, Contact.LONGEST_OFFICE, held -> held.office, (held, value) -> held.office = value);
        var email = new TextField(words.text("setup.email"));
        bindings.add(binder.forField(email)
                .withValidator(text -> Contact.isEmail(text.strip()), words.text("setup.email.form"))
                .bind(held -> held.email, (held, value) -> held.email = value));
        var phone = new TextField(words.text("setup.phone"));
        bindings.add(binder.forField(phone)
                .withValidator(text -> Contact.isPhone(text.strip()), words.text("setup.phone.form"))
                .bind(held -> held.phone, (held, value) -> held.phone = value));
        group("contact", office, email, phone);
    }

    private void addTexts() {
        var imprint = text("imprint", held -> held.imprint, (held, value) -> held.imprint = value);
        var privacy = text("privacy", held -> held.privacy, (held, value) -> held.privacy = value);
        var accessibility =
                text("accessibility", held -> held.accessibility, (held, value) -> held.accessibility = value);
        var licence = new Select<DataLicence>();
        licence.setLabel(words.text("town.licence"));
        licence.setItems(DataLicence.values());
        licence.setItemLabelGenerator(
                offered -> offered == DataLicence.NONE ? words.text("setup.licence.NONE") : offered.title());
        licence.setHelperText(words.text("setup.licence.help"));
        bindings.add(binder.forField(licence).bind(held -> held.licence, (held, value) -> held.licence = value));
        group(
                "texts",
                imprint,
                template(imprint, "imprint"),
                privacy,
                template(privacy, "privacy"),
                accessibility,
                template(accessibility, "accessibility"),
                licence);
    }

    /** Nobody should begin such a text with an empty field; what only the town knows stands in brackets. */
    private NativeButton template(TextArea area, String key) {
        var button = new NativeButton(
                words.text("setup.template"), click -> area.setValue(words.text("template." + key, name.getValue())));
        button.addClassName("link");
        button.setAriaLabel(words.text("setup.template.of", words.text("town." + key)));
        area.addValueChangeListener(change -> button.setVisible(area.isEmpty()));
        return button;
    }

    private TextArea text(String key, ValueProvider<TownDraft, String> from, Setter<TownDraft, String> to) {
        var area = new TextArea(words.text("town." + key));
        area.setMinRows(4);
        area.setMaxRows(14);
        bind(area, LegalTexts.LONGEST, from, to);
        return area;
    }

    private void bind(
            TextFieldBase<?, String> field,
            int longest,
            ValueProvider<TownDraft, String> from,
            Setter<TownDraft, String> to) {
        SerializablePredicate<String> fits =
                field instanceof TextArea ? text -> PlainText.fits(PlainText.tidy(text), longest) : oneLine(longest);
        bindings.add(
                binder.forField(field).withValidator(fits, tooLong(longest)).bind(from, to));
    }

    private void bind(ColorField field, ValueProvider<TownDraft, String> from, Setter<TownDraft, String> to) {
        bindings.add(binder.forField(field)
                .withValidator(text -> isUnused(field) || field.color().isPresent(), words.text("setup.color.form"))
                .withValidator(text -> isUnused(field) || field.isReadable(), words.text("setup.color.weak"))
                .bind(from, to));
    }

    private boolean isUnused(ColorField field) {
        return field.equals(dark) && derived.getValue();
    }

    private void showDark() {
        dark.setVisible(!derived.getValue());
        if (derived.getValue())
            light.color().map(Accent::of).map(Accent::dark).map(HexColor::value).ifPresent(dark::setValue);
    }

    private static SerializablePredicate<String> oneLine(int longest) {
        return text -> PlainText.fitsOneLine(PlainText.tidy(text), longest);
    }

    private String tooLong(int longest) {
        return words.text("setup.too-long", words.formats().count(longest));
    }

    private void group(String key, Component... fields) {
        var heading = new H2(words.text("setup.group." + key));
        heading.setId("setup-" + key);
        var why = new Paragraph(words.text("setup.group." + key + ".why"));
        why.addClassName("setup-why");
        var group = new Section(heading, why);
        group.getElement().setAttribute("aria-labelledby", "setup-" + key);
        group.addClassNames("panel", "setup-group");
        group.add(fields);
        add(group);
    }
}
