package city.cockpit.technicians;

import city.cockpit.fleet.DeviceState;
import city.cockpit.fleet.SensorHealth;
import city.cockpit.ingest.Vital;
import city.cockpit.registry.Place;
import city.cockpit.registry.Sensor;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is registered of a sensor, and what its device says of itself. What nobody said is left out. */
final class DeviceFacts extends Section {

    private final Wording words;
    private final FindingWords told;
    private final DescriptionList list = new DescriptionList();
    private Optional<List<Object>> shown = Optional.empty();

    DeviceFacts(Wording words) {
        this.words = words;
        this.told = new FindingWords(words);
        addClassName("panel");
        add(new H2(words.text("sensors.device")), list);
    }

    void show(SensorHealth health, Instant now) {
        var known =
                List.<Object>of(health.sensor(), health.place(), health.device().vitals());
        if (shown.equals(Optional.of(known))) return;
        shown = Optional.of(known);
        list.removeAll();
        addDevice(health.sensor());
        health.place().ifPresent(this::addPlace);
        addVitals(health.device(), now);
        addPeople(health.sensor());
    }

    private void addDevice(Sensor sensor) {
        var device = sensor.device();
        add("sensors.kind", device.kind());
        add("sensors.model", device.model());
        add("sensors.serial", device.serial());
        add("sensors.since-day", device.since().map(this::day).orElse(""));
        add("sensors.format", sensor.format().map(this::format).orElse(""));
        var port = sensor.port();
        add("sensors.port", port.isPresent() ? Integer.toString(port.getAsInt()) : "");
        add("facts.method", sensor.facts().method());
        var height = sensor.facts().heightMetres();
        add(
                "facts.height",
                height.isPresent()
                        ? words.text("facts.height.metres", words.formats().number(height.getAsDouble(), 1))
                        : "");
        var orientation = sensor.placement().orientation();
        add(
                "sensors.orientation",
                orientation.isPresent() ? words.text("sensors.degrees", (long) orientation.getAsInt()) : "");
        add("sensors.surroundings", sensor.placement().surroundings());
        add(
                "facts.class",
                sensor.facts()
                        .sourceClass()
                        .map(known -> words.text("facts.class." + known))
                        .orElse(""));
        var calibration = List.of(
                sensor.facts().calibratedOn().map(this::day).orElse(""),
                sensor.facts().calibration());
        add(
                "facts.calibration",
                String.join(
                        " · ",
                        calibration.stream().filter(text -> !text.isEmpty()).toList()));
    }

    private String format(String name) {
        return words.findText("format." + name).orElse(name);
    }

    private void addPlace(Place place) {
        add("sensors.address", place.address());
        add(
                "sensors.position",
                words.text(
                        "sites.position",
                        words.formats().number(place.site().latitude(), 5),
                        words.formats().number(place.site().longitude(), 5)));
    }

    private void addVitals(DeviceState device, Instant now) {
        Arrays.stream(Vital.values())
                .forEach(vital -> device.find(vital)
                        .ifPresent(known -> add(
                                "vital." + vital,
                                words.text(
                                        "sensors.vital.at",
                                        told.value(vital, known.value()),
                                        words.formats().minute(known.at(), now)))));
    }

    private void addPeople(Sensor sensor) {
        var people = sensor.stewardship();
        add("sensors.owner", people.owner());
        add("sensors.contact", people.contact());
        add("sensors.licence", people.licence());
        add("sensors.purpose", people.purpose());
        add(
                "sensors.privacy",
                people.privacyCheck()
                        .map(check -> words.text("sensors.privacy.check", day(check.day()), check.by())
                                + (check.note().isEmpty() ? "" : " " + check.note()))
                        .orElse(""));
    }

    private String day(LocalDate day) {
        return words.formats().date(day.atStartOfDay(words.formats().zone()).toInstant());
    }

    private void add(String key, String text) {
        if (!text.isEmpty()) add(key, new Span(text));
    }

    private void add(String key, Component text) {
        list.add(new DescriptionList.Term(words.text(key)), new DescriptionList.Description(text));
    }
}
