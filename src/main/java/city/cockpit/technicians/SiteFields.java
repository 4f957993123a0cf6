package city.cockpit.technicians;

import city.cockpit.onboarding.DraftField;
import city.cockpit.onboarding.Lack;
import city.cockpit.onboarding.Numbers;
import city.cockpit.onboarding.Onboarding;
import city.cockpit.registry.Place;
import city.cockpit.uikit.PlacePicker;
import city.cockpit.uikit.PlacePickers;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where the sensor hangs: a site that is there, or a new one by its pin on the map, "here", numbers or an address in words. */
final class SiteFields extends Div {

    private final Wording words;
    private final Onboarding onboarding;
    private final DraftFields fields;
    private final PlacePickers pickers;
    private final ComboBox<Place> site = new ComboBox<>();
    private final Div fresh = new Div();
    private final Div map = new Div();
    private final Button other;
    private final Checkbox meant;
    private final Paragraph near = new Paragraph();
    private final Button take;
    private Optional<PlacePicker> picker = Optional.empty();
    private Optional<Place> nearest = Optional.empty();

    SiteFields(Wording words, Onboarding onboarding, DraftFields fields, PlacePickers pickers) {
        this.words = words;
        this.onboarding = onboarding;
        this.fields = fields;
        this.pickers = pickers;
        site.setItems(
                (Place place, String typed) -> (place.site().title() + " "
                                + place.site().district() + " " + place.address())
                        .toLowerCase(Locale.ROOT)
                        .contains(typed.toLowerCase(Locale.ROOT)),
                onboarding.listPlaces());
        site.setItemLabelGenerator(place -> place.site().district().isEmpty()
                ? place.site().title()
                : words.text("site.chosen", place.site().title(), place.site().district()));
        site.setPlaceholder(words.text("site.hint"));
        site.setClearButtonVisible(true);
        fields.find(DraftField.SITE, site, Place::key);
        other = new Button(words.text("site.new"), click -> openNew(false));
        var here = new Button(words.text("site.here"), click -> openNew(true));
        var buttons = new Div(other, here);
        buttons.addClassName("panel-buttons");
        take = new Button("", click -> nearest.ifPresent(place -> fields.set(DraftField.SITE, place.key())));
        var closeBy = new Div(near, take);
        closeBy.addClassName("site-near");
        meant = fields.check(DraftField.OUTSIDE);
        var numbers = new Div(fields.number(DraftField.LATITUDE), fields.number(DraftField.LONGITUDE));
        numbers.addClassName("plan-fields");
        var named = new Div(
                fields.text(DraftField.SITE_TITLE), fields.text(DraftField.ADDRESS), fields.text(DraftField.DISTRICT));
        named.addClassName("plan-fields");
        fresh.add(map, closeBy, meant, named, new Details(words.text("site.numbers"), numbers));
        fresh.addClassName("site-new");
        map.addClassName("site-map");
        addClassName("site-fields");
        add(site, buttons, fresh);
        fields.whenChanged(this::changed);
        show();
    }

    /** Brings what is open in line with the draft. */
    void show() {
        var isNew = fields.value(DraftField.SITE).isEmpty() && hasNew();
        fresh.setVisible(isNew);
        if (isNew) showMap();
        lookAround();
    }

    private boolean hasNew() {
        return fields.draft().has(DraftField.LATITUDE)
                || fields.draft().has(DraftField.SITE_TITLE)
                || picker.isPresent();
    }

    private void openNew(boolean here) {
        fields.set(DraftField.SITE, "");
        fresh.setVisible(true);
        showMap();
        if (here) picker.ifPresent(PlacePicker::locate);
    }

    private void showMap() {
        if (picker.isPresent()) return;
        var made = pickers.newPicker(
                words, onboarding.listPlaces().stream().map(Place::site).toList());
        var latitude = Numbers.find(fields.value(DraftField.LATITUDE));
        var longitude = Numbers.find(fields.value(DraftField.LONGITUDE));
        if (latitude.isPresent() && longitude.isPresent())
            made.startAt(latitude.getAsDouble(), longitude.getAsDouble());
        made.onPick((north, east) -> {
            fields.set(DraftField.LATITUDE, text(north));
            fields.set(DraftField.LONGITUDE, text(east));
        });
        picker = Optional.of(made);
        map.removeAll();
        map.add(made);
    }

    private static String text(double degrees) {
        return BigDecimal.valueOf(degrees).stripTrailingZeros().toPlainString();
    }

    private void changed(DraftField field) {
        if (field == DraftField.SITE) show();
        if (field != DraftField.LATITUDE && field != DraftField.LONGITUDE) return;
        fields.set(DraftField.OUTSIDE, "");
        lookAround();
    }

    /** Says what the place is near to, and asks back where it is not in town. */
    private void lookAround() {
        var latitude = Numbers.find(fields.value(DraftField.LATITUDE));
        var longitude = Numbers.find(fields.value(DraftField.LONGITUDE));
        var known = latitude.isPresent() && longitude.isPresent();
        var outside = known && onboarding.isOutside(latitude.getAsDouble(), longitude.getAsDouble());
        meant.setVisible(outside);
        nearest = known ? onboarding.findSiteAt(latitude.getAsDouble(), longitude.getAsDouble()) : Optional.empty();
        near.setText(
                outside
                        ? words.text("site.outside")
                        : nearest.map(place ->
                                        words.text("site.near", place.site().title()))
                                .orElse(""));
        near.setVisible(!near.getText().isEmpty());
        take.setText(nearest.map(place -> words.text("site.take", place.site().title()))
                .orElse(""));
        take.setVisible(nearest.isPresent());
    }

    /** Opens what something is wrong with. */
    void mark(Map<DraftField, Lack> wrong) {
        if (wrong.containsKey(DraftField.SITE_TITLE)
                || wrong.containsKey(DraftField.LATITUDE)
                || wrong.containsKey(DraftField.OUTSIDE)) fresh.setVisible(true);
        map.getElement().setAttribute("data-wrong", wrong.containsKey(DraftField.LATITUDE));
    }
}
