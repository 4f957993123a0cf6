package city.cockpit.operations;

import city.cockpit.alerts.Maintenance.Place;
import city.cockpit.alerts.MaintenanceWindow;
import city.cockpit.alerts.MaintenanceWindow.Kind;
import city.cockpit.alerts.MaintenanceWindow.Target;
import city.cockpit.measurement.Interval;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** A new maintenance window: where, from when until when, and why. */
final class MaintenanceForm extends Div {

    private static final Duration USUAL = Duration.ofHours(2);

    private final Wording words;
    private final Function<Kind, List<Place>> places;
    private final String person;
    private final Select<Kind> kind = new Select<>();
    private final ComboBox<Place> where = new ComboBox<>();
    private final MomentField from;
    private final MomentField until;
    private final TextField reason;

    /** @param save returns whether it is kept now */
    MaintenanceForm(
            Wording words,
            Function<Kind, List<Place>> places,
            String person,
            Instant now,
            Predicate<MaintenanceWindow> save) {
        this.words = words;
        this.places = places;
        this.person = person;
        kind.setLabel(words.text("maintenance.kind"));
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(one -> words.text("maintenance.kind." + one));
        where.setLabel(words.text("maintenance.where"));
        where.setItemLabelGenerator(Place::title);
        kind.addValueChangeListener(change -> showPlaces());
        kind.setValue(Kind.SENSOR);
        from = new MomentField("maintenance-from", words.text("maintenance.from"));
        until = new MomentField("maintenance-until", words.text("maintenance.until"));
        reason = new TextField(words.text("maintenance.reason"));
        reason.setMaxLength(MaintenanceWindow.LONGEST_REASON);
        begin(now);
        var keep = new Button(
                words.text("maintenance.save"), click -> filledIn().filter(save).ifPresent(kept -> clear()));
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        var fields = new Div(kind, where, from, until, reason);
        fields.addClassName("plan-fields");
        var buttons = new Div(keep);
        buttons.addClassName("panel-buttons");
        add(new H2(words.text("maintenance.new")), fields, buttons);
        addClassNames("panel", "panel-form", "maintenance-form");
    }

    private void begin(Instant now) {
        var local = now.atZone(words.formats().zone()).toLocalDateTime();
        from.set(local);
        until.set(local.plus(USUAL));
    }

    private void showPlaces() {
        where.setItems(places.apply(kind.getValue()));
        where.setHelperText(
                kind.getValue() == Kind.GATEWAY
                                && where.getListDataView().getItems().findAny().isEmpty()
                        ? words.text("maintenance.no-gateway")
                        : "");
    }

    /** Fills in where; nothing if there is no such place. */
    void choose(Target target) {
        kind.setValue(target.kind());
        where.getListDataView()
                .getItems()
                .filter(place -> place.target().equals(target))
                .findFirst()
                .ifPresent(where::setValue);
    }

    private Optional<MaintenanceWindow> filledIn() {
        var chosen = Optional.ofNullable(where.getValue());
        where.setInvalid(chosen.isEmpty());
        where.setErrorMessage(words.text("maintenance.where.missing"));
        var isExplained = !reason.getValue().isBlank();
        reason.setInvalid(!isExplained);
        reason.setErrorMessage(words.text("maintenance.reason.missing"));
        var span = span();
        if (chosen.isEmpty() || !isExplained || span.isEmpty()) return Optional.empty();
        return Optional.of(new MaintenanceWindow(
                0, chosen.get().target(), span.get(), reason.getValue().strip(), person, Optional.empty()));
    }

    private Optional<Interval> span() {
        var begin = from.moment();
        var end = until.moment();
        from.say(begin.isEmpty() ? words.text("maintenance.time.missing") : "");
        until.say(end.isEmpty() ? words.text("maintenance.time.missing") : "");
        if (begin.isEmpty() || end.isEmpty()) return Optional.empty();
        if (!begin.get().isBefore(end.get())) {
            until.say(words.text("maintenance.backwards"));
            return Optional.empty();
        }
        return Optional.of(new Interval(instant(begin.get()), instant(end.get())));
    }

    private Instant instant(LocalDateTime local) {
        return local.atZone(words.formats().zone()).toInstant();
    }

    private void clear() {
        where.clear();
        reason.clear();
        where.setInvalid(false);
        reason.setInvalid(false);
    }
}
