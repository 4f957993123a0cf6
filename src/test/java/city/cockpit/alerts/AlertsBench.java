package city.cockpit.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.audit.InMemoryAudit;
import city.cockpit.history.Arrivals;
import city.cockpit.history.HistoryDatabase;
import city.cockpit.history.UsualValues;
import city.cockpit.history.rollup.TestRollups;
import city.cockpit.measurement.FakeCatalog;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.Town;
import city.cockpit.measurement.TownSource;
import city.cockpit.registry.rights.Gateways;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A town with a real database whose time a test sets, and cockpits that come and go. */
final class AlertsBench implements AutoCloseable {

    final HistoryDatabase database = new HistoryDatabase().granted();
    final FakeCatalog catalog = new FakeCatalog();
    final RuleJson json = new RuleJson(JsonMapper.builder().build());
    final RuleTable rules = new RuleTable(database.sql(), json);
    final TownSource town = () -> new Town("Jena", ZoneId.of("Europe/Berlin"));
    final AlertOutbox outbox = new AlertOutbox(database.sql(), town);
    final RecipientTable recipients = new RecipientTable(database.sql());
    /** Which sensors come by the gateway of the town. */
    final Set<String> behindTheGateway = new HashSet<>();

    private final Gateways gateways = new Gateways() {
        @Override
        public List<Known> listGateways() {
            return List.of(new Known("tower", "Wasserturm"));
        }

        @Override
        public boolean speaksFor(String gateway, SensorId sensor) {
            return gateway.equals("tower") && behindTheGateway.contains(sensor.value());
        }
    };
    final IncidentTable incidents = new IncidentTable(database.sql(), catalog, gateways, json, outbox);
    private final MaintenanceTable windows = new MaintenanceTable(database.sql());
    final KnownMaintenance work = new KnownMaintenance(windows, gateways, catalog, this::now);
    private final Muting muting = new Muting(incidents, work, catalog, outbox);
    final Maintenance maintenance = new StoredMaintenance(
            windows,
            work,
            muting,
            catalog,
            gateways,
            new InMemoryAudit(this::now),
            new TransactionTemplate(database.transactions()),
            this::now);
    final SharedIncidents shared = new SharedIncidents(this::now);
    /** Where people acknowledge, close and export. */
    final Incidents desk = new StoredIncidents(
            incidents,
            shared,
            outbox,
            new InMemoryAudit(this::now),
            new TransactionTemplate(database.transactions()),
            this::now,
            ObservedProperties.load(),
            catalog);

    private Instant now = Instant.parse("2026-06-21T00:00:00Z");
    private AlertUpkeep cockpit = newCockpit();

    Instant now() {
        return now;
    }

    void itIs(Instant time) {
        now = time;
    }

    /** As if nobody had ever looked. */
    void empty() {
        database.empty();
        delete("reading_arrival", "alert_rule");
        forgetIncidents();
        delete("alert_recipient", "maintenance_window");
        database.sql()
                .sql("UPDATE alert_progress SET evaluated_until = NULL, looked_by = NULL")
                .update();
        restart();
    }

    void forgetIncidents() {
        delete("alert_message", "incident_event", "incident_breach", "incident");
    }

    private void delete(String... tables) {
        for (var table : tables) database.sql().sql("DELETE FROM " + table).update();
    }

    /** Rules of the test alone are looked after, from now on. */
    void only(Rule... wanted) {
        for (var rule : DefaultRules.load()) rules.add(rule.switched(false), now, "test");
        for (var rule : wanted)
            if (!rules.add(rule, now, "test")) rules.change(rule.withVersion(1).switched(true), now, "test");
        restart();
    }

    /** A new process takes over: nothing that was only in memory is left. */
    void restart() {
        stop();
        cockpit = newCockpit();
    }

    /** The process ends, as it should. */
    void stop() {
        cockpit.stop();
    }

    AlertUpkeep newCockpit() {
        return new AlertUpkeep(
                new AlertsSettings(Duration.ofSeconds(5), Duration.ZERO),
                new KnownRules(rules, this::now),
                arrivals(),
                new AlertProgress(database.sql()),
                new Evaluation(
                        catalog,
                        database.store(catalog),
                        database.extremes(),
                        TestRollups.answers(database, town, this::now),
                        usual(),
                        town,
                        incidents),
                work,
                muting,
                incidents,
                shared,
                catalog,
                new TransactionTemplate(database.transactions()),
                this::now);
    }

    private UsualValues usual() {
        return TestRollups.usual(database, catalog, town, this::now);
    }

    /** What a rule would have found until now. */
    Trial attempt(Rule rule) {
        return trials().attempt(rule, new RuleTrials.Onlooker() {
                    @Override
                    public void done(double share) {
                        assertThat(share).isBetween(0.0, 1.0);
                    }

                    @Override
                    public boolean isWaiting() {
                        return true;
                    }
                })
                .orElseThrow();
    }

    RuleTrials trials() {
        return new StoredTrials(
                catalog,
                database.store(catalog),
                TestRollups.answers(database, town, this::now),
                usual(),
                town,
                this::now);
    }

    private Arrivals arrivals() {
        return TestRollups.arrivals(database);
    }

    void store(List<Reading> readings) {
        database.store(catalog).append(readings);
    }

    /** What is due with the history is done, then somebody looks. */
    void look() {
        rollUp();
        lookOnly();
    }

    void rollUp() {
        TestRollups.rollUp(database, catalog, town, this::now);
    }

    void lookOnly() {
        cockpit.look();
    }

    @Override
    public void close() {
        database.close();
    }
}
