package city.cockpit.alerts;

import static java.util.stream.Collectors.groupingBy;

import city.cockpit.alerts.IncidentBook.Kept;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Marks the incidents at which somebody works, so that nobody is told of them: an open one as long as all that goes on in it
 * is being worked on, one that is over if somebody worked everywhere when it was raised. Belongs to the transaction of the
 * caller. See decision record 0064.
 */
@Component
class Muting {

    private final IncidentTable incidents;
    private final KnownMaintenance maintenance;
    private final SeriesCatalog catalog;
    private final AlertOutbox outbox;

    Muting(IncidentTable incidents, KnownMaintenance maintenance, SeriesCatalog catalog, AlertOutbox outbox) {
        this.incidents = incidents;
        this.maintenance = maintenance;
        this.catalog = catalog;
        this.outbox = outbox;
    }

    /** Goes through the open ones: who was left in peace and is not any more is told now. */
    void renew(Instant now) {
        var open = incidents.listMutes();
        if (open.isEmpty()) return;
        var work = maintenance.within(now, now);
        var series = seriesByKey();
        var breaches = breaches(open.stream().map(IncidentTable.Mute::id).toList());
        for (var one : open) {
            var ongoing = breaches.getOrDefault(one.id(), List.of()).stream()
                    .filter(kept -> kept.breach().endedAt().isEmpty())
                    .flatMap(kept -> Stream.ofNullable(series.get(kept.series())))
                    .toList();
            var isMuted = !ongoing.isEmpty()
                    && ongoing.stream().allMatch(there -> there.isInMaintenance() || work.isWorkedOn(there, now));
            if (isMuted != one.isMuted()) mute(one, isMuted, now);
            else if (isMuted) outbox.hold(one.id());
        }
    }

    private void mute(IncidentTable.Mute one, boolean isMuted, Instant now) {
        if (!incidents.mute(one.id(), isMuted)) return;
        incidents.tell(one.id(), now, isMuted ? IncidentEvent.Kind.MUTED : IncidentEvent.Kind.UNMUTED);
        if (isMuted) outbox.hold(one.id());
        else outbox.raised(one.id(), one.rule(), now);
    }

    /** Marks anew what was raised in that time and is over, since a window was made, ended or removed. */
    void lookAgain(Interval span) {
        var over = incidents.listOver(span);
        if (over.isEmpty()) return;
        var work = maintenance.within(span.from(), span.to());
        var series = seriesByKey();
        var breaches = breaches(over.stream().map(IncidentTable.Mute::id).toList());
        for (var one : over) {
            var concerned = breaches.getOrDefault(one.id(), List.of());
            var isMuted = !concerned.isEmpty()
                    && concerned.stream()
                            .allMatch(kept -> Stream.ofNullable(series.get(kept.series()))
                                    .anyMatch(there ->
                                            work.isWorkedOn(there, kept.breach().raisedAt())));
            if (isMuted != one.isMuted()) incidents.mute(one.id(), isMuted);
        }
    }

    private Map<Integer, Series> seriesByKey() {
        var byKey = new HashMap<Integer, Series>();
        for (var series : catalog.listSeries()) byKey.put(series.key(), series);
        return byKey;
    }

    private Map<Long, List<Kept>> breaches(List<Long> ids) {
        return incidents.listOfIncidents(ids).stream().collect(groupingBy(Kept::incident));
    }
}
