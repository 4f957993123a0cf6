package city.cockpit.faults;

import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Change;
import city.cockpit.audit.Deed;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps reports in the database. */
@Service
class StoredFaults implements Faults {

    private static final Logger log = LoggerFactory.getLogger(StoredFaults.class);

    private final FaultTable table;
    private final FaultGate gate;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final InstantSource clock;

    StoredFaults(
            FaultTable table,
            FaultGate gate,
            AuditTrail audit,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            InstantSource clock) {
        this.table = table;
        this.gate = gate;
        this.audit = audit;
        this.transaction = transaction;
        this.news = news;
        this.clock = clock;
    }

    @Override
    public Outcome report(FaultReport report, String from) {
        if (!gate.admits(from)) {
            log.debug("Too many reports of faults");
            return new Outcome.TooMany();
        }
        transaction.executeWithoutResult(status -> news.publishEvent(
                new FaultReported(table.add(report, clock.instant()), report.topic(), report.site())));
        return new Outcome.Taken();
    }

    @Override
    public List<Answered> listAnswered(int most) {
        return table.listAnswered(Math.min(most, MOST));
    }

    @Override
    public List<Fault> listFaults() {
        return table.list(MOST);
    }

    @Override
    public boolean answer(long id, FaultState state, String answer, boolean isPublic, String by) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var before = table.find(id);
            if (before.isEmpty()) return false;
            table.answer(id, state, answer, isPublic, clock.instant());
            var changes = Stream.of(
                            new Change("fault-state", before.get().state().name(), state.name()),
                            new Change("public-answer", before.get().answer(), answer),
                            new Change(
                                    "for-everybody", String.valueOf(before.get().isPublic()), String.valueOf(isPublic)))
                    .filter(change -> !change.before().equals(change.after()))
                    .toList();
            audit.record(by, Deed.FAULT_ANSWERED, String.valueOf(id), changes);
            return true;
        }));
    }

    @Override
    public boolean remove(long id, String by) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (table.find(id).isEmpty()) return false;
            table.remove(id);
            audit.record(by, Deed.FAULT_REMOVED, String.valueOf(id));
            return true;
        }));
    }
}
