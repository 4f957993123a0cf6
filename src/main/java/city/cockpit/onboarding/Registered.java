package city.cockpit.onboarding;

import city.cockpit.measurement.Feed;
import city.cockpit.registry.PrivacyCheck;
import city.cockpit.registry.Sensor;
import city.cockpit.registry.SeriesPlan;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** A registered sensor as somebody would have described it. */
final class Registered {

    private Registered() {}

    static Draft draft(Sensor sensor) {
        var values = new EnumMap<DraftField, String>(DraftField.class);
        values.put(DraftField.VERSION, Integer.toString(sensor.version()));
        values.put(DraftField.ID, sensor.id().value());
        values.put(DraftField.TITLE, sensor.name());
        values.put(DraftField.SITE, sensor.siteKey());
        values.put(DraftField.FORMAT, sensor.format().orElse(""));
        values.put(DraftField.PORT, text(sensor.port()));
        values.put(DraftField.VISIBILITY, sensor.visibility().name());
        values.put(DraftField.KIND, sensor.device().kind());
        values.put(DraftField.MODEL, sensor.device().model());
        values.put(DraftField.SERIAL, sensor.device().serial());
        values.put(
                DraftField.SINCE,
                sensor.device().since().map(LocalDate::toString).orElse(""));
        values.put(DraftField.ORIENTATION, text(sensor.placement().orientation()));
        values.put(DraftField.SURROUNDINGS, sensor.placement().surroundings());
        steward(sensor, values);
        facts(sensor, values);
        var usual = usualInterval(sensor);
        values.put(DraftField.INTERVAL, Long.toString(usual.toSeconds()));
        return new Draft(
                values, sensor.series().stream().map(plan -> wish(plan, usual)).toList());
    }

    private static void steward(Sensor sensor, Map<DraftField, String> values) {
        var steward = sensor.stewardship();
        values.put(DraftField.OWNER, steward.owner());
        values.put(DraftField.CONTACT, steward.contact());
        values.put(DraftField.LICENCE, steward.licence());
        values.put(DraftField.PURPOSE, steward.purpose());
        values.put(DraftField.PRIVACY, steward.privacyCheck().isPresent() ? "true" : "");
        values.put(
                DraftField.PRIVACY_NOTE,
                steward.privacyCheck().map(PrivacyCheck::note).orElse(""));
    }

    private static void facts(Sensor sensor, Map<DraftField, String> values) {
        var facts = sensor.facts();
        values.put(DraftField.METHOD, facts.method());
        values.put(DraftField.HEIGHT, text(facts.heightMetres()));
        values.put(DraftField.SOURCE_CLASS, facts.sourceClass().map(Enum::name).orElse(""));
        values.put(
                DraftField.CALIBRATED_ON,
                facts.calibratedOn().map(LocalDate::toString).orElse(""));
        values.put(DraftField.CALIBRATION, facts.calibration());
    }

    /** What most of its series promise. */
    private static Duration usualInterval(Sensor sensor) {
        return sensor.series().stream()
                .collect(Collectors.groupingBy(SeriesPlan::interval, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(Pace.USUAL);
    }

    private static Wish wish(SeriesPlan plan, Duration usual) {
        var feed = plan.feed().orElseGet(() -> Feed.of("/" + plan.propertyKey()));
        return new Wish(
                feed.field(),
                plan.propertyKey(),
                feed.scale(),
                feed.offset(),
                feed.missing().stream().sorted().toList(),
                plan.capacity(),
                plan.marks(),
                plan.plausibleLowest(),
                plan.plausibleHighest(),
                plan.interval().equals(usual)
                        ? OptionalInt.empty()
                        : OptionalInt.of((int) plan.interval().toSeconds()));
    }

    private static String text(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
    }

    private static String text(OptionalDouble number) {
        if (number.isEmpty()) return "";
        var value = number.getAsDouble();
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
