package city.cockpit.technicians;

import city.cockpit.live.CityPicture;
import city.cockpit.measurement.SeriesId;
import city.cockpit.registry.Sensor;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;

/** A sensor was registered: its first stored values, and what comes next. */
final class NextSteps extends Section {

    private final Wording words;
    private final Sensor sensor;
    private final Paragraph first = new Paragraph();

    NextSteps(Wording words, Sensor sensor, boolean isLoraWan, PhotoField photo) {
        this.words = words;
        this.sensor = sensor;
        first.addClassName("heard");
        first.getElement().setAttribute("role", "status");
        var steps = new UnorderedList();
        for (var step : List.of("rights", "label"))
            steps.add(step("sensors/" + sensor.id() + "/" + step, "next." + step));
        steps.add(step("sensors/" + sensor.id(), "next.service"));
        steps.addClassName("next-steps");
        addClassNames("panel", "panel-form", "next");
        add(new H2(words.text("next.title", sensor.name())), first);
        if (isLoraWan) {
            var lorawan =
                    new Paragraph(words.text("next.lorawan", sensor.device().serial()));
            lorawan.addClassName("panel-note");
            add(lorawan);
        }
        var again = new StreetLink("sensors/new", words.text("next.again"));
        again.addClassName("button");
        // The page is loaded anew, so that it begins with nothing.
        again.getElement().setAttribute("router-ignore", true);
        add(steps, photo, new Div(again));
        first.setText(words.text("next.waiting"));
    }

    private ListItem step(String address, String key) {
        var why = new Paragraph(words.text(key + ".why"));
        why.addClassName("panel-note");
        return new ListItem(new Anchor(address, words.text(key)), why);
    }

    /** Shows what was stored of it. */
    void show(CityPicture picture) {
        var values = sensor.series().stream()
                .flatMap(plan -> value(picture, SeriesId.of(sensor.id(), plan.propertyKey())).stream())
                .toList();
        first.getElement().setAttribute("data-heard", !values.isEmpty());
        if (!values.isEmpty()) first.setText(words.text("next.stored", words.list(values)));
    }

    private Optional<String> value(CityPicture picture, SeriesId id) {
        return Optional.ofNullable(picture.series().get(id))
                .flatMap(state -> state.newest()
                        .map(reading -> words.text(
                                "heard.value",
                                state.series().property().name(words.locale()),
                                words.formats()
                                        .quantity(
                                                reading.value(), state.series().property()))));
    }
}
