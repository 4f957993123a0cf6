package city.cockpit.technicians;

import city.cockpit.measurement.SourceClass;
import city.cockpit.onboarding.Checked;
import city.cockpit.onboarding.Draft;
import city.cockpit.onboarding.DraftField;
import city.cockpit.onboarding.Onboarding;
import city.cockpit.onboarding.Pace;
import city.cockpit.onboarding.Privacy;
import city.cockpit.onboarding.Proposal;
import city.cockpit.registry.Visibility;
import city.cockpit.uikit.PlacePickers;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Everything that is said of a sensor. What has to be said stands open, the rest is folded away and opens where something
 * is wrong or already said.
 */
final class SensorForm extends Div {

    private final Wording words;
    private final Onboarding onboarding;
    private final DraftFields fields;
    private final ObservedFields observed;
    private final SiteFields site;
    private final Section privacy;
    private final Paragraph privacyWhy = new Paragraph();
    private final Checkbox looked;
    private final TextArea privacyNote;
    private final Map<Details, Set<DraftField>> folded = new LinkedHashMap<>();

    SensorForm(Wording words, Onboarding onboarding, DraftFields fields, PlacePickers pickers) {
        this.words = words;
        this.onboarding = onboarding;
        this.fields = fields;
        observed = new ObservedFields(words, onboarding, fields);
        site = new SiteFields(words, onboarding, fields, pickers);
        looked = fields.check(DraftField.PRIVACY);
        privacyNote = fields.area(DraftField.PRIVACY_NOTE);
        privacy = card("privacy.title", privacyWhy, looked, privacyNote);
        privacyWhy.addClassName("panel-note");
        addClassName("sensor-form");
        add(
                card("sensor.observed", observed),
                card("sensor.name", names()),
                card("sensor.site", site, placement()),
                privacy,
                card("sensor.more", visibility(), device(), steward(), measuring()));
        fields.whenChanged(field -> lookAtPrivacy());
        lookAtPrivacy();
    }

    private Section card(String heading, Component... parts) {
        var card = new Section(new H2(words.text(heading)));
        card.add(parts);
        card.addClassNames("panel", "panel-form");
        return card;
    }

    private static Div row(Component... parts) {
        var row = new Div(parts);
        row.addClassName("plan-fields");
        return row;
    }

    private Details fold(String summary, Div content, DraftField... holds) {
        var details = new Details(words.text(summary), content);
        folded.put(details, Set.of(holds));
        return details;
    }

    private Div names() {
        return row(fields.text(DraftField.TITLE), fields.text(DraftField.KIND), interval());
    }

    /** The usual times, and whatever else somebody types in seconds. */
    private ComboBox<String> interval() {
        var box = new ComboBox<String>();
        var steps = new TreeSet<Long>();
        Pace.steps().forEach(step -> steps.add(step.toSeconds()));
        box.setItems(new ArrayList<>(
                steps.stream().map(seconds -> Long.toString(seconds)).toList()));
        box.setItemLabelGenerator(seconds -> IntervalWords.of(words, seconds));
        box.setHelperText(words.text("draft.INTERVAL.help"));
        return fields.suggest(DraftField.INTERVAL, box);
    }

    private Details placement() {
        return fold(
                "sensor.placement",
                row(
                        fields.number(DraftField.HEIGHT),
                        fields.number(DraftField.ORIENTATION),
                        fields.area(DraftField.SURROUNDINGS)),
                DraftField.HEIGHT,
                DraftField.ORIENTATION,
                DraftField.SURROUNDINGS);
    }

    private Component visibility() {
        return fields.choice(DraftField.VISIBILITY, "draft.visibility.", Visibility.values(), false);
    }

    private Details device() {
        var format = new ComboBox<String>();
        format.setItems(onboarding.listFormats());
        format.setItemLabelGenerator(name -> words.findText("format." + name).orElse(name));
        format.setClearButtonVisible(true);
        format.setPlaceholder(words.text("format.automatic"));
        fields.find(DraftField.FORMAT, format, name -> name);
        return fold(
                "sensor.device",
                row(
                        fields.text(DraftField.MODEL),
                        fields.text(DraftField.SERIAL),
                        fields.day(DraftField.SINCE),
                        fields.text(DraftField.SPEAKS_AS),
                        fields.text(DraftField.ID),
                        format,
                        fields.number(DraftField.PORT)),
                DraftField.MODEL,
                DraftField.SERIAL,
                DraftField.SINCE,
                DraftField.SPEAKS_AS,
                DraftField.ID,
                DraftField.FORMAT,
                DraftField.PORT);
    }

    private Details steward() {
        return fold(
                "sensor.steward",
                row(
                        fields.text(DraftField.OWNER),
                        fields.text(DraftField.CONTACT),
                        fields.text(DraftField.LICENCE),
                        fields.text(DraftField.PURPOSE)),
                DraftField.OWNER,
                DraftField.CONTACT,
                DraftField.LICENCE,
                DraftField.PURPOSE);
    }

    private Details measuring() {
        return fold(
                "sensor.measuring",
                row(
                        fields.choice(DraftField.SOURCE_CLASS, "facts.class.", SourceClass.values(), true),
                        fields.text(DraftField.METHOD),
                        fields.day(DraftField.CALIBRATED_ON),
                        fields.text(DraftField.CALIBRATION)),
                DraftField.SOURCE_CLASS,
                DraftField.METHOD,
                DraftField.CALIBRATED_ON,
                DraftField.CALIBRATION);
    }

    private void lookAtPrivacy() {
        var need = onboarding.privacy(fields.draft());
        privacy.setVisible(need != Privacy.NONE || fields.draft().has(DraftField.PRIVACY));
        privacyWhy.setText(words.text("privacy." + need));
    }

    /** Shows a draft whole. */
    void show(Draft draft) {
        fields.take(draft);
        if (!draft.has(DraftField.VISIBILITY)) fields.set(DraftField.VISIBILITY, Visibility.PUBLIC.name());
        observed.show(draft);
        site.show();
        lookAtPrivacy();
    }

    /** Shows what messages of the device say. */
    void show(Proposal proposal) {
        observed.show(proposal);
        lookAtPrivacy();
    }

    /** What is named by the device itself cannot be typed anew on a page that changes a registered one. */
    void lockName() {
        fields.lock(DraftField.ID);
        fields.lock(DraftField.SPEAKS_AS);
    }

    /** Says what is wrong at the fields, and which ones. */
    List<String> mark(Checked.Lacking lacking) {
        folded.forEach((details, holds) -> {
            if (holds.stream().anyMatch(lacking.fields()::containsKey)) details.setOpened(true);
        });
        observed.mark(lacking.wishes());
        site.mark(lacking.fields());
        var labels = new ArrayList<String>();
        if (lacking.nothing()) labels.add(words.text("sensor.observed"));
        labels.addAll(fields.mark(lacking.fields()));
        if (!lacking.wishes().isEmpty()) labels.add(words.text("sensor.observed"));
        return labels.stream().distinct().toList();
    }
}
