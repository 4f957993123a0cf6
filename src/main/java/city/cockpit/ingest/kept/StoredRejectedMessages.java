package city.cockpit.ingest.kept;

import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Change;
import city.cockpit.audit.Deed;
import city.cockpit.ingest.RejectReason;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The refused messages of this installation. */
@Component
class StoredRejectedMessages implements RejectedMessages {

    private final KeptMessageTable table;
    private final Groups groups;
    private final Rerunner rerunner;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    StoredRejectedMessages(
            KeptMessageTable table,
            Groups groups,
            Rerunner rerunner,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.table = table;
        this.groups = groups;
        this.rerunner = rerunner;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public List<RefusalGroup> listGroups() {
        return groups.list().stream()
                .filter(group -> group.reason() != RejectReason.UNKNOWN_SENSOR)
                .toList();
    }

    @Override
    public Optional<KeptMessage> findNewest(long group) {
        return table.listNewest(group, 1).stream().findFirst();
    }

    @Override
    public Supplier<Progress> runAgain(Selection selection, String by) {
        var messages = messages(selection);
        if (messages.isEmpty()) return () -> Progress.NOTHING;
        audit.record(by, Deed.MESSAGES_RUN_AGAIN, name(selection), counted(messages.size()));
        return rerunner.start(messages)::progress;
    }

    @Override
    public int delete(Selection selection, String by) {
        var name = name(selection);
        var deleted = Optional.ofNullable(transaction.execute(status -> {
                    var gone = switch (selection) {
                        case Selection.One(var message) -> table.forget(List.of(message));
                        case Selection.Group(var id) -> table.forgetGroups(List.of(id));
                        case Selection.Reason(var reason) -> table.forgetGroups(ids(group -> group.reason() == reason));
                        case Selection.Sensor(var sensor) -> table.forgetGroups(ids(group -> group.isOf(sensor)));
                    };
                    audit.record(by, Deed.MESSAGES_DELETED, name, counted(gone));
                    return gone;
                }))
                .orElse(0);
        groups.changed();
        return deleted;
    }

    private List<UUID> messages(Selection selection) {
        return switch (selection) {
            case Selection.One(var message) -> List.of(message);
            case Selection.Group(var id) -> table.listMessages(List.of(id));
            case Selection.Reason(var reason) -> table.listMessages(ids(group -> group.reason() == reason));
            case Selection.Sensor(var sensor) -> table.listMessages(ids(group -> group.isOf(sensor)));
        };
    }

    /** Of groups that stand on the page of what was refused. */
    private List<Long> ids(Predicate<RefusalGroup> wanted) {
        return table.listGroups().stream()
                .filter(group -> group.reason() != RejectReason.UNKNOWN_SENSOR)
                .filter(wanted)
                .map(RefusalGroup::id)
                .toList();
    }

    private String name(Selection selection) {
        return switch (selection) {
            case Selection.One(var message) -> message.toString();
            case Selection.Group(var id) ->
                table.listGroups().stream()
                        .filter(group -> group.id() == id)
                        .map(group -> "%s %s %s"
                                .formatted(group.reason(), group.sender(), group.detail())
                                .strip())
                        .findFirst()
                        .orElse("");
            case Selection.Reason(var reason) -> reason.name();
            case Selection.Sensor(var sensor) -> sensor.value();
        };
    }

    static List<Change> counted(int messages) {
        return List.of(new Change("messages", "", Integer.toString(messages)));
    }
}
