package city.cockpit.alerts;

import static java.util.stream.Collectors.toMap;

import city.cockpit.alerts.Dispatch.NotToldException;
import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Change;
import city.cockpit.audit.Deed;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
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
    public List<String> listNames() {
        return table.list().stream().map(Recipient::name).toList();
    }

    @Override
    public boolean save(Recipient recipient, String by) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var before = table.list().stream()
                    .filter(one -> one.name().equals(recipient.name()))
                    .findFirst();
            if (!table.save(recipient, by)) return false;
            audit.record(by, Deed.RECIPIENT_SAVED, recipient.name(), changes(before, recipient));
            return true;
        }));
    }

    private static List<Change> changes(Optional<Recipient> before, Recipient after) {
        return Stream.of(
                        change("channel", before, after, one -> one.channel().name()),
                        change("address", before, after, Recipient::address),
                        change("language", before, after, one -> one.language().name()),
                        change(
                                "rule-severity",
                                before,
                                after,
                                one -> one.least().name()),
                        change("digest", before, after, one -> String.valueOf(one.isDigest())),
                        change("on", before, after, one -> String.valueOf(one.isOn())))
                .filter(change -> !change.before().equals(change.after()))
                .toList();
    }

    private static Change change(
            String field, Optional<Recipient> before, Recipient after, Function<Recipient, String> text) {
        return new Change(field, before.map(text).orElse(""), text.apply(after));
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
    public Optional<Untold> test(Recipient recipient) {
        try {
            notifier.test(recipient);
            return Optional.empty();
        } catch (NotToldException e) {
            return Optional.of(e.why());
        }
    }
}
