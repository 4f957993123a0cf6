package city.cockpit.live;

import city.cockpit.history.Usual;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.SeriesId;
import city.cockpit.measurement.Thresholds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Sums up all series domain by domain. What it said before lingers in what it says next. One thread at a time. */
final class Summaries {

    private final Thresholds thresholds;
    private final Map<Domain, DomainTrack> tracks = new EnumMap<>(Domain.class);

    Summaries(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /** The domains that have at least one of the series, in the order of {@link Domain}; unmodifiable. */
    SequencedMap<Domain, DomainState> of(Collection<SeriesState> states, Map<SeriesId, Usual> usually, Instant now) {
        var members = new EnumMap<Domain, List<SeriesState>>(Domain.class);
        for (var state : states)
            members.computeIfAbsent(state.series().property().domain(), domain -> new ArrayList<>())
                    .add(state);
        var result = new LinkedHashMap<Domain, DomainState>();
        members.forEach((domain, ofDomain) -> result.put(
                domain,
                tracks.computeIfAbsent(domain, one -> new DomainTrack(one, thresholds))
                        .at(ofDomain, usually, now)));
        return Collections.unmodifiableSequencedMap(result);
    }
}
