package city.cockpit.uikit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import city.cockpit.live.CityPicture;
import city.cockpit.live.SeriesState;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.ObservedProperty;
import city.cockpit.measurement.Site;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The series of one domain that observe the same property, to be listed together.
 *
 * @param alone those that are the only one of their site, by place
 * @param crowded sites with several of them, such as the single bays of a car park, by title: their own pages tell them apart
 */
public record SeriesGroup(ObservedProperty property, List<SeriesState> alone, List<Site> crowded) {

    public SeriesGroup {
        alone = List.copyOf(alone);
        crowded = List.copyOf(crowded);
    }

    /** All series of the domain: first those of the tile's property, then the others by name. */
    public static List<SeriesGroup> of(CityPicture picture, Domain domain, Locale locale) {
        var state = picture.domains().get(domain);
        if (state == null) return List.of();
        var groups = picture.series().values().stream()
                .filter(one -> one.series().property().domain() == domain)
                .collect(groupingBy(one -> one.series().property()));
        return groups.keySet().stream()
                .sorted(Comparator.<ObservedProperty, Boolean>comparing(property -> !property.equals(state.property()))
                        .thenComparing(property -> property.name(locale)))
                .map(property -> of(property, Objects.requireNonNull(groups.get(property))))
                .toList();
    }

    private static SeriesGroup of(ObservedProperty property, List<SeriesState> states) {
        Map<Site, List<SeriesState>> bySite = states.stream()
                .sorted(Comparator.comparing(state -> state.series().place()))
                .collect(groupingBy(state -> state.series().site(), LinkedHashMap::new, toList()));
        return new SeriesGroup(
                property,
                bySite.values().stream()
                        .filter(here -> here.size() == 1)
                        .map(List::getFirst)
                        .toList(),
                bySite.entrySet().stream()
                        .filter(here -> here.getValue().size() > 1)
                        .map(Map.Entry::getKey)
                        .toList());
    }
}
