package city.cockpit.registry;

import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.ObservedProperty;
import java.util.ArrayList;
import java.util.List;

/** The observed properties of a town for as long as a test lasts. */
public final class InMemoryOwnProperties implements OwnProperties {

    private final ObservedProperties properties = ObservedProperties.load();

    public void clear() {
        properties.add(List.of());
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
        return 0;
    }

    @Override
    public void save(ObservedProperty property, boolean isNew, String by) {
        var own = new ArrayList<>(properties.listAdded());
        var isKnown = own.removeIf(one -> one.key().equals(property.key()));
        if (properties.isShipped(property.key()) || isKnown == isNew) throw new NameTakenException(property.key());
        own.add(property);
        properties.add(own);
    }
}
