package city.cockpit.ingest.kept;

import city.cockpit.ingest.RejectedMessageStore.Rejection;
import city.cockpit.mqtt.InboundMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What is to be written of a batch of refusals, and what is only to be counted. Made once for each batch: while the
 * database is away the same plan is tried again.
 */
final class Plan {

    /** The refusals this plan is about; the same list means the same attempt. */
    private final List<Rejection> source;

    private final Map<GroupKey, Tally> counted = new LinkedHashMap<>();
    private final SequencedMap<GroupKey, Tally> groups = new TreeMap<>();
    private final List<Copy> copies = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<UUID> again = new ArrayList<>();

    /** A message to be kept. */
    record Copy(UUID id, InboundMessage message, boolean inbox) {}

    /** Why a message is kept. */
    record Refusal(UUID message, GroupKey group, String detail, int readings) {}

    Plan(List<Rejection> source) {
        this.source = source;
    }

    @SuppressWarnings("ReferenceEquality") // a repeated call brings the very same list
    boolean isOf(List<Rejection> rejections) {
        return source == rejections;
    }

    void count(GroupKey key, Tally tally) {
        counted.merge(key, tally, Tally::plus);
    }

    /** Keeps a message that is refused for the first time. */
    void keep(Copy copy, Map<GroupKey, Rejection> reasons) {
        copies.add(copy);
        refer(copy.id(), reasons);
    }

    /** Keeps a copy that was run again, for the reasons of now. */
    void keepAgain(UUID copy, Map<GroupKey, Rejection> reasons) {
        again.add(copy);
        reasons.forEach((key, rejection) -> count(key, Tally.of(rejection.message(), 1, rejection.readings())));
        refer(copy, reasons);
    }

    private void refer(UUID copy, Map<GroupKey, Rejection> reasons) {
        reasons.forEach(
                (key, rejection) -> refusals.add(new Refusal(copy, key, rejection.detail(), rejection.readings())));
    }

    /** The groups that must be there for what is kept are written down with it; the others wait. */
    void close() {
        for (var refusal : refusals) {
            var tally = counted.remove(refusal.group());
            if (tally != null) groups.put(refusal.group(), tally);
        }
    }

    boolean keepsAnything() {
        return !refusals.isEmpty();
    }

    Map<GroupKey, Tally> counted() {
        return counted;
    }

    SequencedMap<GroupKey, Tally> groups() {
        return groups;
    }

    List<Copy> copies() {
        return copies;
    }

    List<Refusal> refusals() {
        return refusals;
    }

    List<Refusal> refusalsWithout(Set<UUID> gone) {
        return refusals.stream()
                .filter(refusal -> !gone.contains(refusal.message()))
                .toList();
    }

    List<UUID> again() {
        return again;
    }
}
