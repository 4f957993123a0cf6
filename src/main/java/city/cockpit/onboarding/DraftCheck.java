package city.cockpit.onboarding;

import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.ObservedProperty;
import city.cockpit.measurement.SensorFacts;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.Site;
import city.cockpit.measurement.SourceClass;
import city.cockpit.registry.Device;
import city.cockpit.registry.Phase;
import city.cockpit.registry.Place;
import city.cockpit.registry.Placement;
import city.cockpit.registry.PrivacyCheck;
import city.cockpit.registry.Sensor;
import city.cockpit.registry.Sensors;
import city.cockpit.registry.SeriesPlan;
import city.cockpit.registry.Stewardship;
import city.cockpit.registry.Visibility;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Makes a sensor of a draft, or finds everything that is wrong with it at once. For one draft; one thread. */
final class DraftCheck {

    private static final String YES = "true";

    private final Draft draft;
    private final Sensors sensors;
    private final ObservedProperties properties;
    private final List<String> formats;
    private final TownBorder border;
    private final LocalDate today;
    private final String by;
    private final Optional<Sensor> before;
    private final Map<DraftField, Lack> wrong = new EnumMap<>(DraftField.class);
    private final Map<String, Lack> wrongWishes = new HashMap<>();

    /**
     * @param formats in which a device can speak
     * @param today where the town is
     * @param by who vouches for the privacy check
     */
    DraftCheck(
            Draft draft,
            Sensors sensors,
            ObservedProperties properties,
            List<String> formats,
            TownBorder border,
            LocalDate today,
            String by) {
        this.draft = draft;
        this.sensors = sensors;
        this.properties = properties;
        this.formats = formats;
        this.border = border;
        this.today = today;
        this.by = by;
        before = draft.isOfRegistered()
                ? SensorId.find(draft.value(DraftField.ID)).flatMap(sensors::find)
                : Optional.empty();
    }

    Checked check() {
        var id = id();
        var newPlace = draft.has(DraftField.SITE) ? Optional.<Place>empty() : newPlace();
        if (draft.has(DraftField.SITE)
                && sensors.findPlace(draft.value(DraftField.SITE)).isEmpty()) wrong.put(DraftField.SITE, Lack.NO_PLACE);
        var observed = observed();
        var plans = plans();
        lookAtPrivacy(observed);
        var made = sensor(id, newPlace, plans);
        var nothing = draft.wishes().isEmpty();
        if (nothing || made.isEmpty() || !wrong.isEmpty() || !wrongWishes.isEmpty())
            return new Checked.Lacking(wrong, wrongWishes, nothing);
        return new Checked.Ready(made.get(), newPlace, speaksAs(made.get().id()));
    }

    private Optional<Sensor> sensor(Optional<SensorId> id, Optional<Place> newPlace, List<SeriesPlan> plans) {
        var title = text(DraftField.TITLE, Sensor.LONGEST_TITLE);
        if (title.isEmpty()) wrong.putIfAbsent(DraftField.TITLE, Lack.MISSING);
        var device = new Device(
                text(DraftField.KIND, Device.LONGEST_TEXT),
                text(DraftField.MODEL, Device.LONGEST_TEXT),
                text(DraftField.SERIAL, Device.LONGEST_TEXT),
                day(DraftField.SINCE));
        checkNumber(device, id);
        var placement = new Placement(
                whole(DraftField.ORIENTATION, 0, 359), text(DraftField.SURROUNDINGS, Placement.LONGEST_TEXT));
        var stewardship = new Stewardship(
                text(DraftField.OWNER, Stewardship.LONGEST_NAME),
                text(DraftField.CONTACT, Stewardship.LONGEST_NAME),
                text(DraftField.LICENCE, Stewardship.LONGEST_NAME),
                text(DraftField.PURPOSE, Stewardship.LONGEST_PURPOSE),
                privacy());
        var facts = new SensorFacts(
                text(DraftField.METHOD, SensorFacts.LONGEST_TEXT),
                number(DraftField.HEIGHT, SensorFacts.LOWEST, SensorFacts.HIGHEST),
                choice(DraftField.SOURCE_CLASS, SourceClass.class),
                day(DraftField.CALIBRATED_ON),
                text(DraftField.CALIBRATION, SensorFacts.LONGEST_TEXT));
        var format = format();
        var port = whole(DraftField.PORT, 1, Sensor.LAST_PORT);
        var visibility = choice(DraftField.VISIBILITY, Visibility.class).orElse(Visibility.PUBLIC);
        var site = newPlace.map(Place::key).orElse(draft.value(DraftField.SITE));
        if (id.isEmpty() || site.isEmpty() || !wrong.isEmpty() || !wrongWishes.isEmpty()) return Optional.empty();
        return Optional.of(new Sensor(
                id.get(),
                title,
                site,
                device,
                placement,
                stewardship,
                facts,
                visibility,
                before.map(Sensor::phase).orElse(Phase.ACTIVE),
                format,
                port,
                before.map(Sensor::simulated).orElse(false),
                plans,
                draft.isOfRegistered() ? version() : 0));
    }

    /** Two with the same DevEUI would be one and the same device. */
    private void checkNumber(Device device, Optional<SensorId> id) {
        var number = device.devEui();
        if (number.isPresent()
                && sensors.listSensors().stream()
                        .filter(one -> one.phase() != Phase.RETIRED)
                        .filter(one -> !Optional.of(one.id()).equals(id))
                        .anyMatch(one -> one.device().devEui().equals(number)))
            wrong.putIfAbsent(DraftField.SERIAL, Lack.REGISTERED);
    }

    private Optional<String> format() {
        var named = Optional.of(draft.value(DraftField.FORMAT)).filter(format -> !format.isEmpty());
        if (named.isPresent() && !formats.contains(named.get())) wrong.put(DraftField.FORMAT, Lack.NO_FORMAT);
        return named;
    }

    private int version() {
        return whole(DraftField.VERSION, 0, Integer.MAX_VALUE).orElse(0);
    }

    private Optional<SensorId> id() {
        var wanted = draft.has(DraftField.ID)
                ? draft.value(DraftField.ID).strip()
                : draft.has(DraftField.SPEAKS_AS)
                        ? draft.value(DraftField.SPEAKS_AS).strip()
                        : Names.of(draft.value(DraftField.TITLE))
                                .map(name -> Names.free(
                                        name,
                                        one -> sensors.find(new SensorId(one)).isPresent()))
                                .orElse("");
        var at = draft.has(DraftField.ID) || !draft.has(DraftField.SPEAKS_AS) ? DraftField.ID : DraftField.SPEAKS_AS;
        // The word is the address of the page on which sensors are registered.
        if (wanted.equals("new") || (!wanted.isEmpty() && !SensorId.isWellFormed(wanted))) {
            wrong.put(at, Lack.FORM);
            return Optional.empty();
        }
        if (wanted.isEmpty()) return Optional.empty();
        var id = new SensorId(wanted);
        if (!draft.isOfRegistered() && sensors.find(id).isPresent())
            wrong.put(at, at == DraftField.ID ? Lack.TAKEN : Lack.REGISTERED);
        return Optional.of(id);
    }

    private Optional<SensorId> speaksAs(SensorId id) {
        return SensorId.find(draft.value(DraftField.SPEAKS_AS).strip()).filter(name -> !name.equals(id));
    }

    private Optional<Place> newPlace() {
        var title = text(DraftField.SITE_TITLE, Place.LONGEST_TITLE);
        var district = text(DraftField.DISTRICT, Place.LONGEST_TITLE);
        var address = text(DraftField.ADDRESS, Place.LONGEST_ADDRESS);
        if (!draft.has(DraftField.LATITUDE) && !draft.has(DraftField.LONGITUDE) && title.isEmpty()) {
            wrong.put(DraftField.SITE, Lack.NO_PLACE);
            return Optional.empty();
        }
        if (title.isEmpty()) wrong.putIfAbsent(DraftField.SITE_TITLE, Lack.MISSING);
        var latitude = number(DraftField.LATITUDE, -90, 90);
        var longitude = number(DraftField.LONGITUDE, -180, 180);
        if (latitude.isEmpty()) wrong.putIfAbsent(DraftField.LATITUDE, Lack.NO_PLACE);
        if (longitude.isEmpty()) wrong.putIfAbsent(DraftField.LONGITUDE, Lack.NO_PLACE);
        if (latitude.isEmpty() || longitude.isEmpty() || title.isEmpty()) return Optional.empty();
        if (!draft.value(DraftField.OUTSIDE).equals(YES)
                && border.isOutside(latitude.getAsDouble(), longitude.getAsDouble()))
            wrong.put(DraftField.OUTSIDE, Lack.OUTSIDE);
        var key = Names.free(
                Names.of(title).orElse("standort"),
                one -> sensors.findPlace(one).isPresent());
        return Optional.of(
                Place.of(new Site(key, title, district, latitude.getAsDouble(), longitude.getAsDouble()), address));
    }

    private List<ObservedProperty> observed() {
        return draft.wishes().stream()
                .flatMap(wish -> properties.find(wish.property()).stream())
                .toList();
    }

    private List<SeriesPlan> plans() {
        var seconds = whole(DraftField.INTERVAL, 1, (int) SeriesPlan.LONGEST.toSeconds());
        var interval = Duration.ofSeconds(seconds.orElse((int) Pace.USUAL.toSeconds()));
        var keys = new HashSet<String>();
        for (var wish : draft.wishes()) {
            if (properties.find(wish.property()).isEmpty()) wrongWishes.put(wish.field(), Lack.MISSING);
            else if (!keys.add(wish.property())) wrongWishes.put(wish.field(), Lack.TWICE);
            else if (!isUsable(wish)) wrongWishes.put(wish.field(), Lack.OUT_OF_RANGE);
        }
        return wrongWishes.isEmpty()
                ? draft.wishes().stream().map(wish -> plan(wish, interval)).toList()
                : List.of();
    }

    private boolean isUsable(Wish wish) {
        try {
            var property = properties.find(wish.property()).orElseThrow();
            var _ = plan(wish, Pace.USUAL).plausible(property);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private SeriesPlan plan(Wish wish, Duration interval) {
        return new SeriesPlan(
                wish.property(),
                wish.interval().isPresent() ? Duration.ofSeconds(wish.interval().getAsInt()) : interval,
                wish.capacity(),
                wish.marks(),
                wish.lowest(),
                wish.highest(),
                wish.isAsItIs() && hasNoFeed(wish.property()) ? Optional.empty() : Optional.of(wish.feed()));
    }

    /** Of a registered series about whose field nobody has said anything. */
    private boolean hasNoFeed(String property) {
        return before.stream()
                .flatMap(sensor -> sensor.series().stream())
                .anyMatch(plan ->
                        plan.propertyKey().equals(property) && plan.feed().isEmpty());
    }

    private void lookAtPrivacy(List<ObservedProperty> observed) {
        if (Privacy.of(draft.value(DraftField.KIND), observed) != Privacy.NONE
                && !draft.value(DraftField.PRIVACY).equals(YES)) wrong.put(DraftField.PRIVACY, Lack.PRIVACY);
    }

    /** Whoever looked before has looked, as long as nothing else is said. */
    private Optional<PrivacyCheck> privacy() {
        var note = text(DraftField.PRIVACY_NOTE, PrivacyCheck.LONGEST_NOTE);
        if (!draft.value(DraftField.PRIVACY).equals(YES)) return Optional.empty();
        var last = before.flatMap(sensor -> sensor.stewardship().privacyCheck());
        return last.filter(check -> check.note().equals(note)).or(() -> Optional.of(new PrivacyCheck(today, by, note)));
    }

    private String text(DraftField field, int longest) {
        var text = draft.value(field).strip();
        if (text.length() > longest) wrong.putIfAbsent(field, Lack.TOO_LONG);
        else if (text.codePoints().anyMatch(Character::isISOControl)) wrong.putIfAbsent(field, Lack.SIGNS);
        else return text;
        return "";
    }

    private OptionalDouble number(DraftField field, double lowest, double highest) {
        var text = draft.value(field).strip();
        if (text.isEmpty()) return OptionalDouble.empty();
        var value = Numbers.find(text);
        if (value.isEmpty()) wrong.putIfAbsent(field, Lack.NO_NUMBER);
        else if (!(value.getAsDouble() >= lowest && value.getAsDouble() <= highest))
            wrong.putIfAbsent(field, Lack.OUT_OF_RANGE);
        else return value;
        return OptionalDouble.empty();
    }

    private OptionalInt whole(DraftField field, int lowest, int highest) {
        var value = number(field, lowest, highest);
        return value.isPresent() ? OptionalInt.of((int) Math.round(value.getAsDouble())) : OptionalInt.empty();
    }

    private Optional<LocalDate> day(DraftField field) {
        var text = draft.value(field).strip();
        if (text.isEmpty()) return Optional.empty();
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            wrong.putIfAbsent(field, Lack.NO_DAY);
            return Optional.empty();
        }
    }

    private <E extends Enum<E>> Optional<E> choice(DraftField field, Class<E> type) {
        var text = draft.value(field);
        return List.of(type.getEnumConstants()).stream()
                .filter(one -> one.name().equals(text))
                .findFirst();
    }
}
