package city.cockpit.alerts;

import static java.util.stream.Collectors.toMap;

import city.cockpit.alerts.Dispatch.NotToldException;
import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Change;
import city.cockpit.audit.Deed;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Recipients in the database. */
@Service
class StoredRecipients implements Recipients {

    private final RecipientTable table;
    private final AlertOutbox outbox;
    private final Notifier notifier;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    StoredRecipients(
            RecipientTable table,
            AlertOutbox outbox,
            Notifier notifier,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.table = table;
        this.outbox = outbox;
        this.notifier = notifier;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public List<Standing> listRecipients() {
        var standings =
                outbox.listStandings().stream().collect(toMap(AlertOutbox.Standing::recipient, Function.identity()));
        return table.list().stream()
                .map(recipient -> {
                    var standing = Optional.ofNullable(standings.get(recipient.name()));
                    return new Standing(
                            recipient,
                            standing.map(AlertOutbox.Standing::waiting).orElse(0L),
                            standing.flatMap(AlertOutbox.Standing::sentAt),
                            standing.flatMap(AlertOutbox.Standing::failure));
                })
                .toList();
    }

    @Override
    public boolean save(Recipient recipient, String by) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!table.save(recipient, by)) return false;
            audit.record(
                    by,
                    Deed.RECIPIENT_SAVED,
                    recipient.name(),
                    List.of(
                            new Change("address", "", recipient.address()),
                            new Change("on", "", String.valueOf(recipient.isOn()))));
            return true;
        }));
    }

    @Override
    public boolean remove(String name, String by) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!table.remove(name)) return false;
            audit.record(by, Deed.RECIPIENT_REMOVED, name);
            return true;
        }));
    }

    @Override
    public Optional<String> test(Recipient recipient) {
        try {
            notifier.test(recipient);
            return Optional.empty();
        } catch (NotToldException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
