package city.cockpit.sitefacts;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What holds of one site on one day.
 *
 * @param bays how many special ones there are; what nobody said is not in it
 * @param building empty unless both its kind and its area are known
 * @param sources who says so
 */
public record SiteFacts(
        Optional<OpeningHours> openingHours,
        Map<SpecialBay, Integer> bays,
        Optional<Building> building,
        SortedSet<String> sources) {

    /** Nobody has said anything. */
    public static final SiteFacts NONE =
            new SiteFacts(Optional.empty(), Map.of(), Optional.empty(), Collections.emptySortedSet());

    public SiteFacts {
        var ordered = new EnumMap<SpecialBay, Integer>(SpecialBay.class);
        ordered.putAll(bays);
        bays = Collections.unmodifiableMap(ordered);
        sources = Collections.unmodifiableSortedSet(new TreeSet<>(sources));
    }

    /** Whether the site is closed then by what was said; where nobody said when it is open, it is not. */
    public boolean isClosed(Instant at, ZoneId zone) {
        return openingHours
                .filter(hours -> hours.at(at, zone) instanceof OpeningHours.Standing.Closed)
                .isPresent();
    }

    /** @param inForce one of each kind at most */
    static SiteFacts of(Collection<Fact> inForce) {
        var values = new EnumMap<FactKind, String>(FactKind.class);
        var sources = new TreeSet<String>();
        for (var fact : inForce) {
            if (fact.value().isEmpty()) continue;
            values.put(fact.kind(), fact.value());
            if (!fact.source().isEmpty()) sources.add(fact.source());
        }
        var bays = new EnumMap<SpecialBay, Integer>(SpecialBay.class);
        for (var bay : SpecialBay.values())
            Optional.ofNullable(values.get(bay.count())).map(Integer::valueOf).ifPresent(count -> bays.put(bay, count));
        return new SiteFacts(
                Optional.ofNullable(values.get(FactKind.OPENING_HOURS)).flatMap(OpeningHours::find),
                bays,
                Optional.ofNullable(values.get(FactKind.BUILDING_KIND))
                        .flatMap(kind -> Optional.ofNullable(values.get(FactKind.FLOOR_AREA))
                                .map(area -> new Building(kind, Integer.parseInt(area)))),
                sources);
    }
}
