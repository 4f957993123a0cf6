package city.cockpit.sitefacts;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableMap;

import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Change;
import city.cockpit.audit.Deed;
import city.cockpit.measurement.TownSource;
import city.cockpit.sitefacts.SiteFactTable.Said;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Facts of sites in the database, and what holds today in memory; that is read anew from time to time while it is asked for. */
@Service
class StoredSiteFacts implements SiteFactBook {

    private static final Duration FRESH = Duration.ofSeconds(30);

    /** The only key: what is kept is one map of all sites. */
    private static final String ALL = "";

    private final SiteFactTable table;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final TownSource town;
    private final InstantSource clock;
    private final LoadingCache<String, Map<String, SiteFacts>> inForce;

    StoredSiteFacts(
            SiteFactTable table,
            DemoFacts demo,
            AuditTrail audit,
            TransactionTemplate transaction,
            TownSource town,
            InstantSource clock) {
        this.table = table;
        this.audit = audit;
        this.transaction = transaction;
        this.town = town;
        this.clock = clock;
        table.writeWhereNothingIsSaid(demo.listFacts());
        inForce = Caffeine.newBuilder().refreshAfterWrite(FRESH).build(all -> read(table, today(town, clock)));
        inForce.put(ALL, read(table, today(town, clock)));
    }

    private static Map<String, SiteFacts> read(SiteFactTable table, LocalDate today) {
        return table.listInForce(today).entrySet().stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, entry -> SiteFacts.of(entry.getValue())));
    }

    private static LocalDate today(TownSource town, InstantSource clock) {
        return clock.instant().atZone(town.town().zone()).toLocalDate();
    }

    @Override
    public SiteFacts of(String site) {
        return inForce.get(ALL).getOrDefault(site, SiteFacts.NONE);
    }

    @Override
    public List<Fact> listFacts(String site) {
        return table.list(site, today(town, clock));
    }

    @Override
    public Map<String, List<Fact>> listInForce(LocalDate day) {
        return table.listInForce(day);
    }

    @Override
    public void saveAll(Map<String, List<Fact>> bySite, String by) {
        transaction.executeWithoutResult(status -> {
            var before = table.listInForce(today(town, clock));
            table.write(bySite.entrySet().stream()
                    .flatMap(said -> said.getValue().stream().map(fact -> new Said(said.getKey(), fact)))
                    .toList());
            bySite.forEach((site, facts) -> audit.record(
                    by, Deed.SITE_FACTS_CHANGED, site, changes(before.getOrDefault(site, List.of()), facts)));
        });
        inForce.put(ALL, read(table, today(town, clock)));
    }

    private static List<Change> changes(List<Fact> before, List<Fact> after) {
        var values = before.stream().collect(toMap(Fact::kind, Fact::value));
        return after.stream()
                .map(fact -> new Change(fact.kind().field(), values.getOrDefault(fact.kind(), ""), fact.value()))
                .toList();
    }
}
