package city.cockpit.sitefacts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Facts of sites in memory; what is said for a later day holds at once. */
public final class InMemorySiteFacts implements SiteFactBook {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    private final Map<String, Map<FactKind, Fact>> said = new ConcurrentHashMap<>();

    public void clear() {
        said.clear();
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
    public void save(String site, List<Fact> facts, String by) {
        var its = said.computeIfAbsent(site, key -> new ConcurrentHashMap<>());
        for (var fact : facts) its.put(fact.kind(), fact);
    }
}
