package city.cockpit.technicians;

import city.cockpit.fleet.Condition;
import city.cockpit.fleet.FleetPicture;
import city.cockpit.fleet.SensorHealth;
import city.cockpit.measurement.Domain;
import city.cockpit.registry.Phase;
import city.cockpit.registry.Visibility;
import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Which sensors somebody wants to see and in which order; stands in the address, so that it can be kept and passed on.
 *
 * @param search words that names, addresses and numbers must hold
 * @param site key of a site; empty for all
 */
record SensorFilter(
        String search, Which which, Optional<Condition> condition, Optional<Domain> domain, String site, Order order) {

    static final SensorFilter ALL =
            new SensorFilter("", Which.ALL, Optional.empty(), Optional.empty(), "", Order.URGENCY);

    private static final String SEARCH = "q";
    private static final String WHICH = "which";
    private static final String CONDITION = "condition";
    private static final String DOMAIN = "domain";
    private static final String SITE = "site";
    private static final String ORDER = "order";

    /** Without the retired ones, unless they are asked for. */
    enum Which {
        ALL,
        TROUBLED,
        MAINTENANCE,
        INTERNAL,
        RETIRED
    }

    enum Order {
        URGENCY,
        NAME,
        HEARD,
        COMPLETE
    }

    static SensorFilter in(QueryParameters address) {
        return new SensorFilter(
                address.getSingleParameter(SEARCH).orElse(""),
                value(address, WHICH, Which.values()).orElse(Which.ALL),
                value(address, CONDITION, Condition.values()),
                value(address, DOMAIN, Domain.values()),
                address.getSingleParameter(SITE).orElse(""),
                value(address, ORDER, Order.values()).orElse(Order.URGENCY));
    }

    private static <E extends Enum<E>> Optional<E> value(QueryParameters address, String name, E[] values) {
        return address.getSingleParameter(name)
                .flatMap(given -> Stream.of(values)
                        .filter(value -> slug(value).equals(given))
                        .findFirst());
    }

    private static String slug(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What differs from {@link #ALL}. */
    QueryParameters address() {
        var said = new LinkedHashMap<String, String>();
        if (!search.isBlank()) said.put(SEARCH, search.strip());
        if (which != Which.ALL) said.put(WHICH, slug(which));
        condition.ifPresent(one -> said.put(CONDITION, slug(one)));
        domain.ifPresent(one -> said.put(DOMAIN, slug(one)));
        if (!site.isEmpty()) said.put(SITE, site);
        if (order != Order.URGENCY) said.put(ORDER, slug(order));
        return QueryParameters.simple(said);
    }

    SensorFilter search(String next) {
        return new SensorFilter(next, which, condition, domain, site, order);
    }

    SensorFilter which(Which next) {
        return new SensorFilter(search, next, Optional.empty(), domain, site, order);
    }

    SensorFilter condition(Condition next) {
        return new SensorFilter(search, Which.ALL, Optional.of(next), domain, site, order);
    }

    SensorFilter domain(Optional<Domain> next) {
        return new SensorFilter(search, which, condition, next, site, order);
    }

    SensorFilter site(String next) {
        return new SensorFilter(search, which, condition, domain, next, order);
    }

    SensorFilter order(Order next) {
        return new SensorFilter(search, which, condition, domain, site, next);
    }

    boolean isNarrow() {
        return !order(Order.URGENCY).equals(ALL);
    }

    List<SensorHealth> of(FleetPicture picture) {
        var wanted = search.isBlank()
                ? List.<String>of()
                : List.of(search.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        // They come in the order of their names, which stays where nothing else decides.
        var all = order == Order.URGENCY ? picture.byUrgency() : picture.sensors();
        var found = all.stream()
                .filter(this::isMeant)
                .filter(one -> domain.isEmpty() || one.domains().contains(domain.get()))
                .filter(one -> site.isEmpty() || one.sensor().siteKey().equals(site))
                .filter(one -> wanted.isEmpty() || one.matches(wanted));
        return sorted(found);
    }

    private boolean isMeant(SensorHealth one) {
        if (condition.isPresent()) return one.has(condition.get());
        var phase = one.sensor().phase();
        return switch (which) {
            case ALL -> phase != Phase.RETIRED;
            case TROUBLED -> !one.findings().isEmpty();
            case MAINTENANCE -> phase == Phase.MAINTENANCE;
            case INTERNAL -> phase != Phase.RETIRED && one.sensor().visibility() == Visibility.INTERNAL;
            case RETIRED -> phase == Phase.RETIRED;
        };
    }

    private List<SensorHealth> sorted(Stream<SensorHealth> found) {
        return switch (order) {
            case NAME, URGENCY -> found.toList();
            case HEARD ->
                found.sorted(Comparator.comparing(one -> one.lastHeard().orElse(Instant.MIN)))
                        .toList();
            case COMPLETE ->
                found.sorted(Comparator.comparingDouble(
                                one -> part(one.complete().week())))
                        .toList();
        };
    }

    private static double part(OptionalDouble share) {
        return share.orElse(-1);
    }

    /** How many sensors each of the choices leaves that stand as buttons above the list. */
    static Map<Which, Long> counts(FleetPicture picture) {
        var counts = new LinkedHashMap<Which, Long>();
        for (var which : Which.values())
            counts.put(
                    which,
                    picture.sensors().stream().filter(ALL.which(which)::isMeant).count());
        return counts;
    }
}
