package city.cockpit.registry;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import city.cockpit.csv.Problem;
import city.cockpit.csv.Problem.Reason;
import city.cockpit.csv.Table.Line;
import city.cockpit.measurement.Feed;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.SensorFacts;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.Site;
import city.cockpit.measurement.SourceClass;
import city.cockpit.measurement.Town;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** Finds out what a table of sensors would change and everything that keeps it from being taken over. Changes nothing. */
final class TableReader {

    private static final double LARGEST = 1e12;

    private final SensorTable table;
    private final Snapshot now;
    private final ObservedProperties properties;
    private final Formats formats;
    private final boolean isWholeTruth;
    private final List<Problem> problems;
    private final Map<String, Municipality> municipalities = new LinkedHashMap<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final List<Sensor> sensors = new ArrayList<>();
    private int created;
    private int unchanged;

    private TableReader(
            SensorTable table, Snapshot now, ObservedProperties properties, Formats formats, boolean isWholeTruth) {
        this.table = table;
        this.now = now;
        this.properties = properties;
        this.formats = formats;
        this.isWholeTruth = isWholeTruth;
        this.problems = new ArrayList<>(table.problems());
    }

    /**
     * @param isWholeTruth whether what the table has no column for is not known of its sensors; else it stays as it is
     */
    static TablePlan plan(
            SensorTable table, Snapshot now, ObservedProperties properties, Formats formats, boolean isWholeTruth) {
        return new TableReader(table, now, properties, formats, isWholeTruth).plan();
    }

    private TablePlan plan() {
        checkColumns();
        if (problems.isEmpty()) {
            byKey("municipality_key").values().forEach(this::municipality);
            byKey("site").values().forEach(this::place);
            byKey("sensor").values().forEach(this::sensor);
            table.lines().forEach(this::checkSensorless);
        }
        return new TablePlan(
                municipalities.values().stream()
                        .filter(town -> !town.equals(now.municipalities().get(town.key())))
                        .toList(),
                List.copyOf(places.values()),
                sensors,
                created,
                unchanged,
                problems.stream()
                        .sorted(Comparator.comparingLong(Problem::line))
                        .distinct()
                        .toList());
    }

    private void checkColumns() {
        if (!problems.isEmpty()) return;
        var required = isWholeTruth
                ? List.of("municipality_key", "municipality", "time_zone", "site", "sensor", "property")
                : List.of("sensor");
        for (var column : required)
            if (!table.columns().contains(column)) problems.add(new Problem(1, column, Reason.COLUMN_MISSING, "", ""));
        // Tables that towns hand over at the start may have columns of their own.
        if (!isWholeTruth)
            table.columns().stream()
                    .filter(column -> !SensorColumns.ALL.contains(column))
                    .sorted()
                    .forEach(column -> problems.add(
                            new Problem(1, column, Reason.COLUMN_UNKNOWN, "", String.join(", ", SensorColumns.ALL))));
    }

    private Map<String, List<Line>> byKey(String column) {
        return table.lines().stream()
                .filter(line -> line.cells().containsKey(column))
                .collect(groupingBy(line -> key(line, column), LinkedHashMap::new, toList()));
    }

    private static String key(Line line, String column) {
        return line.cells().getOrDefault(column, "");
    }

    private CellReader reader(List<Line> lines) {
        return new CellReader(lines, table.columns(), problems);
    }

    private void municipality(List<Line> lines) {
        var reader = reader(lines);
        var key = key(lines.getFirst(), "municipality_key");
        if (!key.matches("[0-9]{8}")) {
            reader.problem("municipality_key", Reason.NO_KEY, key, "");
            return;
        }
        var known = Optional.ofNullable(now.municipalities().get(key));
        var name = reader.text("municipality", known.map(Municipality::name).orElse(""), Place.LONGEST_TITLE);
        var zone = reader.says("time_zone")
                ? reader.read("time_zone", said -> zone(reader, said))
                : known.or(now::home).map(Municipality::zone);
        if (name.isEmpty() && !reader.says("municipality")) reader.problem("municipality", Reason.EMPTY, "", "");
        if (zone.isEmpty() && !reader.says("time_zone")) reader.problem("time_zone", Reason.EMPTY, "", "");
        if (!name.isEmpty() && zone.isPresent()) municipalities.put(key, new Municipality(key, name, zone.get()));
    }

    private static Optional<ZoneId> zone(CellReader reader, CellReader.Said said) {
        try {
            var zone = ZoneId.of(said.cell());
            if (Town.hasWholeHours(zone)) return Optional.of(zone);
        } catch (DateTimeException _) {
            // Told below.
        }
        reader.problem("time_zone", Reason.NO_ZONE, said.cell(), "");
        return Optional.empty();
    }

    private void place(List<Line> lines) {
        var reader = reader(lines);
        var key = key(lines.getFirst(), "site");
        if (!SensorId.isWellFormed(key)) {
            reader.problem("site", Reason.NO_NAME, key, "");
            return;
        }
        var before = now.findPlace(key);
        var known = isWholeTruth ? Optional.<Place>empty() : before;
        var site = known.map(Place::site);
        var title = reader.text("site_name", site.map(Site::title).orElse(""), Place.LONGEST_TITLE);
        var latitude = reader.number("latitude", coordinate(site.map(Site::latitude)), -90, 90);
        var longitude = reader.number("longitude", coordinate(site.map(Site::longitude)), -180, 180);
        var district = reader.text("district", site.map(Site::district).orElse(""), Place.LONGEST_TITLE);
        var address = reader.text("address", known.map(Place::address).orElse(""), Place.LONGEST_ADDRESS);
        var given = reader.read("municipality_key", said -> Optional.of(said.cell()));
        var town = given.or(() -> before.map(Place::municipalityKey)).orElse("");
        if (title.isEmpty() && !reader.says("site_name")) reader.problem("site_name", Reason.EMPTY, "", "");
        if (latitude.isEmpty() && !reader.says("latitude")) reader.problem("latitude", Reason.EMPTY, "", "");
        if (longitude.isEmpty() && !reader.says("longitude")) reader.problem("longitude", Reason.EMPTY, "", "");
        if (isWholeTruth && town.isEmpty()) reader.problem("municipality_key", Reason.EMPTY, "", "");
        if (title.isEmpty() || latitude.isEmpty() || longitude.isEmpty() || !town.matches("([0-9]{8})?")) return;
        var next = new Place(
                new Site(key, title, district, latitude.getAsDouble(), longitude.getAsDouble()),
                address,
                town,
                before.map(Place::version).orElse(0));
        // Of a file that names no municipality the sites lie where they lay.
        if (!before.equals(Optional.of(next)))
            places.put(key, new Place(next.site(), address, town, next.version() + 1));
    }

    private static OptionalDouble coordinate(Optional<Double> degrees) {
        return degrees.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private void checkSensorless(Line line) {
        if (line.cells().containsKey("sensor")) return;
        var speaks = line.cells().keySet().stream().anyMatch(SensorColumns.OF_SERIES::contains);
        if (speaks || !line.cells().containsKey("site"))
            problems.add(new Problem(line.number(), "sensor", Reason.EMPTY, "", ""));
    }

    private void sensor(List<Line> lines) {
        var reader = reader(lines);
        var name = key(lines.getFirst(), "sensor");
        if (!SensorId.isWellFormed(name)) {
            for (var line : lines) problems.add(new Problem(line.number(), "sensor", Reason.NO_NAME, name, ""));
            return;
        }
        var id = new SensorId(name);
        var before = now.find(id);
        var count = problems.size();
        var site = reader.read("site", said -> Optional.of(said.cell())).or(() -> before.map(Sensor::siteKey));
        if (site.isEmpty()) reader.problem("site", Reason.EMPTY, "", "");
        var blank = Sensor.of(id, "", "", List.of());
        var base = isWholeTruth ? blank : before.orElse(blank);
        var found = series(base, before, lines);
        // What is wrong makes no sensor; the other columns are read all the same, for what is wrong with them.
        var series = problems.size() > count ? List.<SeriesPlan>of() : found;
        var privacy = privacy(reader, base.stewardship().privacyCheck());
        var next = read(
                reader,
                base,
                site.orElse(""),
                series,
                privacy,
                before.map(Sensor::version).orElse(0));
        if (problems.size() > count) return;
        if (before.filter(next::equals).isPresent()) {
            unchanged++;
            return;
        }
        if (before.isEmpty()) created++;
        sensors.add(next.withVersion(next.version() + 1));
    }

    private Sensor read(
            CellReader reader,
            Sensor base,
            String site,
            List<SeriesPlan> series,
            Optional<PrivacyCheck> privacy,
            int version) {
        var device = base.device();
        var stewardship = base.stewardship();
        var facts = base.facts();
        return new Sensor(
                base.id(),
                reader.text("name", base.title(), Sensor.LONGEST_TITLE),
                site,
                new Device(
                        reader.text("device_kind", device.kind(), Device.LONGEST_TEXT),
                        reader.text("device_model", device.model(), Device.LONGEST_TEXT),
                        reader.text("device_serial", device.serial(), Device.LONGEST_TEXT),
                        reader.day("device_since", device.since())),
                new Placement(
                        reader.whole("orientation", base.placement().orientation(), 0, 359),
                        reader.text("surroundings", base.placement().surroundings(), Placement.LONGEST_TEXT)),
                new Stewardship(
                        reader.text("owner", stewardship.owner(), Stewardship.LONGEST_NAME),
                        reader.text("contact", stewardship.contact(), Stewardship.LONGEST_NAME),
                        reader.text("licence", stewardship.licence(), Stewardship.LONGEST_NAME),
                        reader.text("purpose", stewardship.purpose(), Stewardship.LONGEST_PURPOSE),
                        privacy),
                new SensorFacts(
                        reader.text("method", facts.method(), SensorFacts.LONGEST_TEXT),
                        reader.number("height_m", facts.heightMetres(), SensorFacts.LOWEST, SensorFacts.HIGHEST),
                        reader.choice("source_class", facts.sourceClass(), SourceClass.class),
                        reader.day("calibrated_on", facts.calibratedOn()),
                        reader.text("calibration", facts.calibration(), SensorFacts.LONGEST_TEXT)),
                reader.choice("visibility", Optional.of(base.visibility()), Visibility.class)
                        .orElse(Visibility.PUBLIC),
                reader.choice("phase", Optional.of(base.phase()), Phase.class).orElse(Phase.ACTIVE),
                reader.word("format", base.format(), formats.listFormats()),
                reader.whole("port", base.port(), 1, Sensor.LAST_PORT),
                reader.yesOrNo("simulated", base.simulated()),
                series,
                version);
    }

    private static Optional<PrivacyCheck> privacy(CellReader reader, Optional<PrivacyCheck> before) {
        var day = reader.day("privacy_checked_on", before.map(PrivacyCheck::day));
        var by = reader.text("privacy_checked_by", before.map(PrivacyCheck::by).orElse(""), PrivacyCheck.LONGEST_NAME);
        var note = reader.text("privacy_note", before.map(PrivacyCheck::note).orElse(""), PrivacyCheck.LONGEST_NOTE);
        if (day.isEmpty()) return Optional.empty();
        if (!by.isBlank()) return Optional.of(new PrivacyCheck(day.get(), by, note));
        reader.problem("privacy_checked_by", Reason.EMPTY, "", "");
        return before;
    }

    /** Those that are registered and not named go on; the order is by property, as the database tells them. */
    private List<SeriesPlan> series(Sensor base, Optional<Sensor> before, List<Line> lines) {
        var plans = new HashMap<String, SeriesPlan>();
        before.ifPresent(known -> known.series().forEach(plan -> plans.put(plan.propertyKey(), plan)));
        var named = new HashMap<String, Long>();
        var fields = new HashMap<String, Long>();
        for (var line : lines) {
            var property = key(line, "property");
            if (property.isEmpty()) {
                if (isWholeTruth) problems.add(new Problem(line.number(), "property", Reason.EMPTY, "", ""));
                continue;
            }
            var twin = named.putIfAbsent(property, line.number());
            if (twin != null) {
                problems.add(
                        new Problem(line.number(), "property", Reason.SERIES_TWICE, property, Long.toString(twin)));
                continue;
            }
            var old = Optional.ofNullable(plans.get(property)).filter(plan -> !isWholeTruth);
            plan(line, property, old).ifPresent(plan -> {
                plans.put(property, plan);
                plan.feed().map(Feed::field).ifPresent(field -> checkOnce(fields, field, line));
            });
        }
        checkRest(plans, named.keySet(), fields, base);
        return plans.values().stream()
                .sorted(Comparator.comparing(SeriesPlan::propertyKey))
                .toList();
    }

    private void checkOnce(Map<String, Long> fields, String field, Line line) {
        var twin = fields.putIfAbsent(field, line.number());
        if (twin != null)
            problems.add(new Problem(line.number(), "field", Reason.FIELD_TWICE, field, Long.toString(twin)));
    }

    /** A series that the table does not name may hold a field that the table gives to another. */
    private void checkRest(Map<String, SeriesPlan> plans, Set<String> named, Map<String, Long> fields, Sensor base) {
        for (var plan : List.copyOf(plans.values())) {
            if (named.contains(plan.propertyKey())) continue;
            plan.feed()
                    .map(Feed::field)
                    .filter(fields::containsKey)
                    .ifPresent(field -> problems.add(new Problem(
                            fields.getOrDefault(field, 0L),
                            "field",
                            Reason.FIELD_TWICE,
                            field,
                            base.id() + "/" + plan.propertyKey())));
        }
    }

    private Optional<SeriesPlan> plan(Line line, String key, Optional<SeriesPlan> before) {
        var reader = reader(List.of(line));
        var property = properties.find(key);
        if (property.isEmpty()) {
            reader.problem("property", Reason.UNKNOWN_PROPERTY, key, "");
            return Optional.empty();
        }
        var count = problems.size();
        var interval = reader.whole(
                "interval_seconds",
                before.map(plan -> OptionalInt.of((int) plan.interval().toSeconds()))
                        .orElse(OptionalInt.empty()),
                (int) SeriesPlan.SHORTEST.toSeconds(),
                (int) SeriesPlan.LONGEST.toSeconds());
        if (interval.isEmpty() && !reader.says("interval_seconds"))
            reader.problem("interval_seconds", Reason.EMPTY, "", "");
        var capacity = reader.whole(
                "capacity", before.map(SeriesPlan::capacity).orElse(OptionalInt.empty()), 0, Integer.MAX_VALUE);
        var marks = reader.numbers("marks", before.map(SeriesPlan::marks).orElse(List.of()));
        if (!marks.equals(marks.stream().sorted().toList()) || marks.size() > SeriesPlan.MOST_MARKS)
            reader.problem("marks", Reason.NOT_ASCENDING, key(line, "marks"), "");
        var lowest = reader.number(
                "plausible_lowest",
                before.map(SeriesPlan::plausibleLowest).orElse(OptionalDouble.empty()),
                -LARGEST,
                LARGEST);
        var highest = reader.number(
                "plausible_highest",
                before.map(SeriesPlan::plausibleHighest).orElse(OptionalDouble.empty()),
                -LARGEST,
                LARGEST);
        var feed = feed(reader, before.flatMap(SeriesPlan::feed));
        if (problems.size() > count) return Optional.empty();
        var plan =
                new SeriesPlan(key, Duration.ofSeconds(interval.orElseThrow()), capacity, marks, lowest, highest, feed);
        try {
            plan.plausible(property.get());
        } catch (IllegalArgumentException _) {
            var usual = property.get().plausible();
            reader.problem(
                    "plausible_lowest",
                    Reason.NOTHING_BELIEVED,
                    "",
                    lowest.orElse(usual.lowest()) + " … " + highest.orElse(usual.highest()));
            return Optional.empty();
        }
        return Optional.of(plan);
    }

    /** What says how to read a field says nothing without the field; that may be empty where a message is one number. */
    private static Optional<Feed> feed(CellReader reader, Optional<Feed> before) {
        if (Stream.of("field", "scale", "offset", "missing").noneMatch(reader::hasColumn)) return before;
        var field = reader.text("field", before.map(Feed::field).orElse(""), Feed.LONGEST_FIELD);
        if (!field.isEmpty() && !field.startsWith("/")) {
            reader.problem("field", Reason.NO_POINTER, field, "");
            return before;
        }
        var scale = reader.number(
                "scale",
                before.map(feed -> OptionalDouble.of(feed.scale())).orElse(OptionalDouble.empty()),
                -LARGEST,
                LARGEST);
        var offset = reader.number(
                "offset",
                before.map(feed -> OptionalDouble.of(feed.offset())).orElse(OptionalDouble.empty()),
                -LARGEST,
                LARGEST);
        var missing = reader.numbers(
                "missing", before.map(feed -> List.copyOf(feed.missing())).orElse(List.of()));
        if (scale.isPresent() && scale.getAsDouble() == 0) {
            reader.problem("scale", Reason.OUT_OF_RANGE, "0", "≠ 0");
            return before;
        }
        if (field.isEmpty() && scale.isEmpty() && offset.isEmpty() && missing.isEmpty()) return Optional.empty();
        return Optional.of(new Feed(field, scale.orElse(1), offset.orElse(0), Set.copyOf(missing)));
    }
}
