package city.cockpit.operations;

import static java.util.stream.Collectors.joining;

import city.cockpit.measurement.Domain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which tiles somebody wants to see, and where.
 *
 * @param places the order; empty where what needs attention shall come first
 * @param hidden what is not shown; the sentence above the tiles names it all the same
 */
record TileOrder(List<Domain> places, Set<Domain> hidden) {

    /** What needs attention comes first, and nothing is hidden. */
    static final TileOrder BY_ATTENTION = new TileOrder(List.of(), Set.of());

    TileOrder {
        places = List.copyOf(places);
        hidden = Set.copyOf(hidden);
    }

    boolean isByAttention() {
        return places.isEmpty();
    }

    /** All of them, the hidden ones too. What was not there when somebody arranged the tiles comes last. */
    List<Domain> all(Collection<Domain> byAttention) {
        return Stream.concat(places.stream().filter(byAttention::contains), byAttention.stream())
                .distinct()
                .toList();
    }

    List<Domain> shown(Collection<Domain> byAttention) {
        return all(byAttention).stream()
                .filter(domain -> !hidden.contains(domain))
                .toList();
    }

    /** One tile at that place, the others in the order in which they stand. */
    TileOrder with(Domain moved, int place, Collection<Domain> byAttention) {
        var next = new ArrayList<>(all(byAttention));
        next.remove(moved);
        next.add(Math.clamp(place, 0, next.size()), moved);
        return new TileOrder(next, hidden);
    }

    TileOrder withHidden(Domain domain, boolean isHidden) {
        var next = hidden.isEmpty() ? EnumSet.noneOf(Domain.class) : EnumSet.copyOf(hidden);
        if (isHidden) next.add(domain);
        else next.remove(domain);
        return new TileOrder(places, next);
    }

    TileOrder byAttention() {
        return new TileOrder(List.of(), hidden);
    }

    /** As it is kept. */
    String text() {
        return names(places.stream()) + ";" + names(hidden.stream().sorted());
    }

    private static String names(Stream<Domain> domains) {
        return domains.map(Domain::name).collect(joining(","));
    }

    /** What was kept; names that this version does not know are left out. */
    static TileOrder of(String text) {
        var parts = text.split(";", -1);
        return parts.length == 2 ? new TileOrder(domains(parts[0]), Set.copyOf(domains(parts[1]))) : BY_ATTENTION;
    }

    private static List<Domain> domains(String names) {
        return Arrays.stream(names.split(",", -1))
                .flatMap(name -> named(name).stream())
                .distinct()
                .toList();
    }

    private static Optional<Domain> named(String name) {
        return Arrays.stream(Domain.values())
                .filter(domain -> domain.name().equals(name))
                .findFirst();
    }
}
