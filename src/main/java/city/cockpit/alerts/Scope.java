package city.cockpit.alerts;

import city.cockpit.measurement.Domain;
import city.cockpit.measurement.Series;
import java.util.Optional;
import java.util.Set;

/**
 * Of which series a rule speaks.
 *
 * @param property key of the observed property; empty for any
 * @param domain empty for any
 * @param sites keys; none for everywhere
 * @param districts parts of the town; none for everywhere
 */
public record Scope(Optional<String> property, Optional<Domain> domain, Set<String> sites, Set<String> districts) {

    public static final Scope EVERYTHING = new Scope(Optional.empty(), Optional.empty(), Set.of(), Set.of());

    public Scope {
        sites = Set.copyOf(sites);
        districts = Set.copyOf(districts);
    }

    /** One property everywhere in the town. */
    public static Scope of(String property) {
        return new Scope(Optional.of(property), Optional.empty(), Set.of(), Set.of());
    }

    /** Whether the rule speaks of it; never of what is retired. */
    public boolean contains(Series series) {
        return !series.isRetired()
                && property.map(series.property().key()::equals).orElse(true)
                && domain.map(one -> series.property().domain() == one).orElse(true)
                && (sites.isEmpty() || sites.contains(series.site().key()))
                && (districts.isEmpty() || districts.contains(series.site().district()));
    }
}
