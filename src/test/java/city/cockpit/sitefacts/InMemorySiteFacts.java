package city.cockpit.sitefacts;

import city.cockpit.measurement.Thresholds;
import city.cockpit.measurement.TownSource;
import city.cockpit.registry.Sensors;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Facts of sites in memory; what is said for a later day holds at once. */
public final class InMemorySiteFacts implements SiteFactBook {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    private final Map<String, Map<FactKind, Fact>> said = new ConcurrentHashMap<>();

    public void clear() {
        said.clear();
    }

    /** Tables of these facts. */
    public SiteFactFiles files(Sensors sensors, Thresholds thresholds, TownSource town, InstantSource clock) {
        return new CsvSiteFacts(this, sensors, thresholds, town, clock);
    }

    public void say(String site, FactKind kind, String value) {
        save(site, List.of(new Fact(kind, value, LONG_AGO, "Stadtwerke")), "tina");
    }

    @Override
    public SiteFacts of(String site) {
        return SiteFacts.of(listFacts(site));
    }

    @Override
    public List<Fact> listFacts(String site) {
        return new ArrayList<>(said.getOrDefault(site, Map.of()).values());
    }

    @Override
    public Map<String, List<Fact>> listInForce(LocalDate day) {
        return said.keySet().stream().collect(Collectors.toMap(site -> site, this::listFacts));
    }

    @Override
    public void saveAll(Map<String, List<Fact>> bySite, String by) {
        bySite.forEach((site, facts) -> {
            var its = said.computeIfAbsent(site, key -> new ConcurrentHashMap<>());
            for (var fact : facts) its.put(fact.kind(), fact);
        });
    }
}
