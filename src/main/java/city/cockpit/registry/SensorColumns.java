package city.cockpit.registry;

import static java.util.stream.Collectors.joining;

import city.cockpit.audit.Change;
import city.cockpit.csv.Cells;
import city.cockpit.measurement.Feed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** What is known of a sensor as texts, by the columns of the table: for files, for the audit trail, and to tell two apart. */
final class SensorColumns {

    /** In the order in which they are written. */
    static final List<String> ALL = List.of(
            "municipality_key",
            "municipality",
            "time_zone",
            "site",
            "site_name",
            "district",
            "latitude",
            "longitude",
            "address",
            "sensor",
            "name",
            "property",
            "interval_seconds",
            "capacity",
            "marks",
            "plausible_lowest",
            "plausible_highest",
            "field",
            "scale",
            "offset",
            "missing",
            "method",
            "height_m",
            "source_class",
            "calibrated_on",
            "calibration",
            "device_kind",
            "device_model",
            "device_serial",
            "device_since",
            "orientation",
            "surroundings",
            "owner",
            "contact",
            "licence",
            "purpose",
            "privacy_checked_on",
            "privacy_checked_by",
            "privacy_note",
            "format",
            "port",
            "visibility",
            "phase",
            "simulated");

    /** Those that speak of a series. */
    static final Set<String> OF_SERIES = Set.of(
            "property",
            "interval_seconds",
            "capacity",
            "marks",
            "plausible_lowest",
            "plausible_highest",
            "field",
            "scale",
            "offset",
            "missing");

    static final Set<String> NUMBERS = Set.of(
            "latitude",
            "longitude",
            "interval_seconds",
            "capacity",
            "marks",
            "plausible_lowest",
            "plausible_highest",
            "scale",
            "offset",
            "missing",
            "height_m",
            "orientation",
            "port");

    private SensorColumns() {}

    static Map<String, String> of(Municipality town) {
        var texts = new LinkedHashMap<String, String>();
        texts.put("municipality_key", town.key());
        texts.put("municipality", town.name());
        texts.put("time_zone", town.zone().getId());
        return texts;
    }

    static Map<String, String> of(Place place) {
        var texts = new LinkedHashMap<String, String>();
        texts.put("site", place.key());
        texts.put("site_name", place.site().title());
        texts.put("district", place.site().district());
        texts.put("latitude", Cells.number(place.site().latitude()));
        texts.put("longitude", Cells.number(place.site().longitude()));
        texts.put("address", place.address());
        return texts;
    }

    static Map<String, String> of(Sensor sensor) {
        var texts = new LinkedHashMap<String, String>();
        texts.put("site", sensor.siteKey());
        texts.put("sensor", sensor.id().value());
        texts.put("name", sensor.title());
        texts.put("method", sensor.facts().method());
        texts.put("height_m", number(sensor.facts().heightMetres()));
        texts.put("source_class", text(sensor.facts().sourceClass()));
        texts.put("calibrated_on", text(sensor.facts().calibratedOn()));
        texts.put("calibration", sensor.facts().calibration());
        texts.putAll(of(sensor.device()));
        texts.put("orientation", number(sensor.placement().orientation()));
        texts.put("surroundings", sensor.placement().surroundings());
        var stewardship = sensor.stewardship();
        texts.put("owner", stewardship.owner());
        texts.put("contact", stewardship.contact());
        texts.put("licence", stewardship.licence());
        texts.put("purpose", stewardship.purpose());
        texts.put("privacy_checked_on", text(stewardship.privacyCheck().map(PrivacyCheck::day)));
        texts.put("privacy_checked_by", text(stewardship.privacyCheck().map(PrivacyCheck::by)));
        texts.put("privacy_note", text(stewardship.privacyCheck().map(PrivacyCheck::note)));
        texts.put("format", sensor.format().orElse(""));
        texts.put("port", number(sensor.port()));
        texts.put("visibility", sensor.visibility().name());
        texts.put("phase", sensor.phase().name());
        texts.put("simulated", Boolean.toString(sensor.simulated()));
        return texts;
    }

    static Map<String, String> of(Device device) {
        var texts = new LinkedHashMap<String, String>();
        texts.put("device_kind", device.kind());
        texts.put("device_model", device.model());
        texts.put("device_serial", device.serial());
        texts.put("device_since", text(device.since()));
        return texts;
    }

    static Map<String, String> of(SeriesPlan plan) {
        var texts = new LinkedHashMap<String, String>();
        texts.put("property", plan.propertyKey());
        texts.put("interval_seconds", Long.toString(plan.interval().toSeconds()));
        texts.put("capacity", number(plan.capacity()));
        texts.put("marks", numbers(plan.marks().stream()));
        texts.put("plausible_lowest", number(plan.plausibleLowest()));
        texts.put("plausible_highest", number(plan.plausibleHighest()));
        var feed = plan.feed();
        texts.put("field", feed.map(Feed::field).orElse(""));
        texts.put("scale", feed.map(one -> Cells.number(one.scale())).orElse(""));
        texts.put("offset", feed.map(one -> Cells.number(one.offset())).orElse(""));
        texts.put(
                "missing",
                feed.map(one -> numbers(one.missing().stream().sorted())).orElse(""));
        return texts;
    }

    private static String numbers(Stream<Double> numbers) {
        return numbers.map(Cells::number).collect(joining("|"));
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? Cells.number(value.getAsDouble()) : "";
    }

    private static String number(OptionalInt value) {
        return value.isPresent() ? Integer.toString(value.getAsInt()) : "";
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    /** What became of a sensor, field by field and series by series; of a new one everything that was said. */
    static List<Change> changes(Optional<Sensor> before, Sensor after) {
        var changes = changes(before.map(SensorColumns::of).orElse(Map.of()), of(after));
        var series = changes(before.map(SensorColumns::series).orElse(Map.of()), series(after));
        return Stream.concat(changes.stream(), series.stream()).toList();
    }

    private static Map<String, String> series(Sensor sensor) {
        var texts = new LinkedHashMap<String, String>();
        for (var plan : sensor.series())
            texts.put(
                    plan.propertyKey(),
                    of(plan).entrySet().stream()
                            .filter(entry -> !entry.getValue().isEmpty())
                            .map(entry -> entry.getKey() + " " + entry.getValue())
                            .collect(joining(", ")));
        return texts;
    }

    static List<Change> changes(Map<String, String> before, Map<String, String> after) {
        var changes = new ArrayList<Change>();
        var fields = new LinkedHashMap<>(after);
        fields.putAll(before);
        for (var field : fields.keySet()) {
            var was = before.getOrDefault(field, "");
            var is = after.getOrDefault(field, "");
            if (!was.equals(is)) changes.add(new Change(field.replace('_', '-'), was, is));
        }
        return changes;
    }
}
