package city.cockpit.preview;

import city.cockpit.faults.Fault;
import city.cockpit.faults.FaultReport;
import city.cockpit.faults.FaultState;
import city.cockpit.faults.Faults;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Reports of faults in memory. */
public final class PreviewFaults implements Faults {

    private final InstantSource clock;
    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    private volatile boolean isFull;

    public PreviewFaults(InstantSource clock) {
        this.clock = clock;
    }

    public void clear() {
        faults.clear();
        isFull = false;
    }

    /** From now on too many come. */
    public void beFull() {
        isFull = true;
    }

    @Override
    public Outcome report(FaultReport report, String from) {
        if (isFull) return new Outcome.TooMany();
        var now = clock.instant();
        faults.add(new Fault(faults.size() + 1, report, now, FaultState.NEW, "", false, now));
        return new Outcome.Taken();
    }

    @Override
    public List<Answered> listAnswered(int most) {
        return faults.stream()
                .filter(fault -> fault.isPublic() && !fault.answer().isEmpty())
                .map(fault -> new Answered(
                        fault.report().topic(),
                        fault.report().site(),
                        fault.reportedAt(),
                        fault.state(),
                        fault.answer(),
                        fault.changedAt()))
                .toList();
    }

    @Override
    public List<Fault> listFaults() {
        return List.copyOf(faults);
    }

    @Override
    public boolean answer(long id, FaultState state, String answer, boolean isPublic, String by) {
        return faults.stream()
                .filter(fault -> fault.id() == id)
                .findFirst()
                .map(before -> {
                    faults.remove(before);
                    return faults.add(new Fault(
                            id, before.report(), before.reportedAt(), state, answer, isPublic, clock.instant()));
                })
                .orElse(false);
    }

    @Override
    public boolean remove(long id, String by) {
        return faults.removeIf(fault -> fault.id() == id);
    }
}
