package city.cockpit.registry;

import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Deed;
import city.cockpit.csv.Cells;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.ObservedProperty;
import city.cockpit.measurement.TownScale;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The observed properties of this installation. */
@Component
class StoredOwnProperties implements OwnProperties {

    private final Registry registry;
    private final PropertyRows rows;
    private final ObservedProperties properties;
    private final AuditTrail trail;

    StoredOwnProperties(Registry registry, PropertyRows rows, ObservedProperties properties, AuditTrail trail) {
        this.registry = registry;
        this.rows = rows;
        this.properties = properties;
        this.trail = trail;
    }

    @Override
    public List<ObservedProperty> listProperties() {
        return properties.list();
    }

    @Override
    public boolean isShipped(ObservedProperty property) {
        return properties.isShipped(property.key());
    }

    @Override
    public int countSeries(String key) {
        return (int) registry.listSeries().stream()
                .filter(series -> series.property().key().equals(key))
                .count();
    }

    @Override
    public void save(ObservedProperty property, boolean isNew, String by) {
        registry.change(turn -> {
            var before = turn.now().own().stream()
                    .filter(one -> one.key().equals(property.key()))
                    .findFirst();
            if (properties.isShipped(property.key()) || isNew == before.isPresent())
                throw new NameTakenException(property.key());
            var isOther = before.filter(one -> one.kind() == property.kind()
                            && one.unit().ucum().equals(property.unit().ucum()))
                    .isEmpty();
            if (before.isPresent() && isOther && countSeries(property.key()) > 0)
                throw new IllegalArgumentException(
                        "'%s' has series; its kind and unit stay as they are.".formatted(property.key()));
            rows.writeOwn(property, by);
            trail.record(
                    by,
                    isNew ? Deed.PROPERTY_ADDED : Deed.PROPERTY_CHANGED,
                    property.key(),
                    SensorColumns.changes(before.map(StoredOwnProperties::texts).orElse(Map.of()), texts(property)));
            return property;
        });
    }

    private static Map<String, String> texts(ObservedProperty property) {
        var texts = new LinkedHashMap<String, String>();
        texts.put("german-name", property.germanName());
        texts.put("english-name", property.englishName());
        texts.put("domain", property.domain().name());
        texts.put("kind", property.kind().name());
        texts.put("unit", property.unit().ucum());
        texts.put("symbol", property.unit().symbol());
        texts.put("decimals", Integer.toString(property.decimals()));
        texts.put("possible", range(property.lowest(), property.highest()));
        texts.put(
                "plausible",
                range(property.plausible().lowest(), property.plausible().highest()));
        texts.put(
                "scale",
                property.scale()
                        .map(scale -> scale.steps().stream()
                                .map(StoredOwnProperties::text)
                                .collect(Collectors.joining(", ", scale.averaging() + ": ", "")))
                        .orElse(""));
        return texts;
    }

    private static String text(TownScale.Step step) {
        var from = Double.isInfinite(step.from()) ? "" : Cells.number(step.from()) + " ";
        return "%s%s/%s (%s)".formatted(from, step.germanWord(), step.englishWord(), step.severity());
    }

    private static String range(double lowest, double highest) {
        return (Double.isInfinite(lowest) ? "" : Cells.number(lowest)) + " … "
                + (Double.isInfinite(highest) ? "" : Cells.number(highest));
    }
}
