package city.cockpit.ingest.kept;

import city.cockpit.ingest.RejectedMessageStore;
import city.cockpit.ingest.kept.Plan.Copy;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes what the pipeline refused. What the budget of the minute has room for is written with one statement before the
 * broker hears of it; the rest is counted in memory and written down once a second. A flood therefore costs a few
 * statements a minute, however high it stands. See decision record 0029.
 */
@Component
class KeptMessages implements RejectedMessageStore {

    private final KeptMessageTable table;
    private final UnderWay underWay;
    private final InstantSource clock;
    private final Budget inbox;
    private final Budget others;
    private final Tallies tallies = new Tallies();
    private final AtomicInteger keptSinceTrim = new AtomicInteger();
    private final int trimAfter;
    private @Nullable Plan unfinished;

    KeptMessages(KeptMessageTable table, UnderWay underWay, KeptSettings settings, InstantSource clock) {
        this.table = table;
        this.underWay = underWay;
        this.clock = clock;
        this.inbox = new Budget(settings);
        this.others = new Budget(settings);
        this.trimAfter = Math.max(1, settings.messages() / 10);
    }

    @Override
    public void keep(List<Rejection> rejections) {
        if (rejections.isEmpty()) return;
        var plan = unfinished;
        if (plan == null || !plan.isOf(rejections)) unfinished = plan = plan(rejections);
        if (plan.keepsAnything()) {
            table.write(plan);
            keptSinceTrim.addAndGet(plan.copies().size());
        }
        tallies.add(plan.counted());
        unfinished = null;
    }

    private Plan plan(List<Rejection> rejections) {
        inbox.at(clock.instant());
        others.at(clock.instant());
        var plan = new Plan(rejections);
        for (int first = 0, next; first < rejections.size(); first = next) {
            next = first + 1;
            while (next < rejections.size()
                    && rejections.get(next).message() == rejections.get(first).message()) next++;
            plan(rejections.subList(first, next), plan);
        }
        plan.close();
        return plan;
    }

    /** All refusals of one message. */
    private void plan(List<Rejection> ofOne, Plan plan) {
        var message = ofOne.getFirst().message();
        var reasons = new LinkedHashMap<GroupKey, Rejection>();
        for (var rejection : ofOne) {
            var key = GroupKey.of(rejection);
            reasons.putIfAbsent(budget(key).place(key), rejection);
        }
        var flight = underWay.findFlight(message);
        if (flight.isPresent()) {
            flight.get().refuse();
            plan.keepAgain(flight.get().message(), reasons);
            return;
        }
        reasons.forEach((key, rejection) -> plan.count(key, Tally.of(message, 1, rejection.readings())));
        if (hasRoom(reasons, message.payload().length))
            plan.keep(
                    new Copy(
                            UUID.randomUUID(),
                            message,
                            reasons.keySet().stream().anyMatch(GroupKey::isInbox)),
                    reasons);
    }

    /** A message is kept for the sake of any of its reasons. */
    private boolean hasRoom(Map<GroupKey, Rejection> reasons, int size) {
        for (var key : reasons.keySet()) if (budget(key).take(key, size)) return true;
        return false;
    }

    private Budget budget(GroupKey key) {
        return key.isInbox() ? inbox : others;
    }

    /** Writes down what was only counted. */
    void writeCounts() {
        var taken = tallies.take();
        if (taken.isEmpty()) return;
        try {
            table.count(new TreeMap<>(taken));
        } catch (RuntimeException e) {
            tallies.add(taken);
            throw e;
        }
    }

    /** Whether so much was kept that it is time to look at the limits. */
    boolean isToBeTrimmed() {
        return keptSinceTrim.get() >= trimAfter;
    }

    void trim() {
        var kept = keptSinceTrim.get();
        table.trim(clock.instant());
        keptSinceTrim.addAndGet(-kept);
    }
}
