package city.cockpit.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import city.cockpit.audit.AuditFilter;
import city.cockpit.audit.AuditTables;
import city.cockpit.audit.Deed;
import city.cockpit.audit.Entry;
import city.cockpit.faults.Faults.Answered;
import city.cockpit.faults.Faults.Outcome;
import city.cockpit.harness.TestDatabase;
import city.cockpit.harness.WithoutDatabase;
import city.cockpit.measurement.Domain;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** From the report to the answer, and how it is forgotten. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@WithoutDatabase
class StoredFaultsIT {

    private final TestDatabase database = TestDatabase.create();
    private Instant now = Instant.parse("2026-05-21T10:00:00Z");

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void aReportIsAnsweredShownToEverybodyAndForgottenInTime() {
        var connections = database.dataSource();
        Flyway.configure().dataSource(connections).load().migrate();
        var table = new FaultTable(JdbcClient.create(connections));
        var told = new ArrayList<Object>();
        var audit = AuditTables.search(connections, () -> now);
        var faults = new StoredFaults(
                table,
                new FaultGate(() -> now),
                AuditTables.trail(connections, () -> now),
                new TransactionTemplate(new JdbcTransactionManager(connections)),
                told::add,
                () -> now);

        assertThat(faults.report(
                        new FaultReport(
                                Optional.of(Domain.PARKING),
                                Optional.of("markt"),
                                "Parkhaus Markt: 0",
                                "Es steht immer 0 da.",
                                "ich@example.org"),
                        "192.0.2.7"))
                .isEqualTo(new Outcome.Taken());
        assertThat(told)
                .as("told without the words of the report")
                .containsExactly(new FaultReported(
                        faults.listFaults().getFirst().id(), Optional.of(Domain.PARKING), Optional.of("markt")));
        now = now.plusSeconds(60);
        faults.report(new FaultReport(Optional.empty(), Optional.empty(), "", "Lampe dunkel", ""), "192.0.2.7");
        assertThat(faults.listFaults())
                .extracting(fault -> fault.report().text())
                .containsExactly("Lampe dunkel", "Es steht immer 0 da.");
        assertThat(faults.listAnswered(10)).isEmpty();

        var first = faults.listFaults().getLast();
        now = now.plus(Duration.ofDays(1));
        assertThat(faults.answer(first.id(), FaultState.SOLVED, "Getauscht.", true, "sofie"))
                .isTrue();
        assertThat(faults.answer(4711, FaultState.SOLVED, "", false, "sofie")).isFalse();
        assertThat(faults.listAnswered(10))
                .containsExactly(new Answered(
                        Optional.of(Domain.PARKING),
                        Optional.of("markt"),
                        first.reportedAt(),
                        FaultState.SOLVED,
                        "Getauscht.",
                        now));
        assertThat(audit.listEntries(AuditFilter.ALL, Optional.empty(), 10))
                .extracting(Entry::actor, Entry::deed)
                .containsExactly(tuple("sofie", Deed.FAULT_ANSWERED));

        var upkeep = new FaultUpkeep(table, new FaultSettings(Duration.ofDays(365), Duration.ofDays(30)), () -> now);
        now = now.plus(Duration.ofDays(31));
        upkeep.forget();
        assertThat(faults.listFaults())
                .extracting(fault -> fault.report().contact())
                .containsExactly("", "");
        now = now.plus(Duration.ofDays(335));
        upkeep.forget();
        assertThat(faults.listFaults()).isEmpty();
    }
}
