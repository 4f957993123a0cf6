package city.cockpit.fleet;

import city.cockpit.history.Completeness.Shares;
import city.cockpit.live.SeriesState;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.SeriesId;
import city.cockpit.registry.Place;
import city.cockpit.registry.Sensor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sensor and how it is.
 *
 * @param place where it hangs; empty for the moment in which its site is not known here yet
 * @param domains of what it observes, in their order
 * @param series what is known live of its series; none of one that is retired
 * @param lastHeard when its newest reading was observed
 * @param findings what is wrong with it, the most urgent first; none while somebody works on it and after it is retired
 * @param complete how complete its least complete series is
 * @param completeOf the same of each series that was ever measured
 */
public record SensorHealth(
        Sensor sensor,
        Optional<Place> place,
        List<Domain> domains,
        List<SeriesState> series,
        Optional<Instant> lastHeard,
        List<Finding> findings,
        DeviceState device,
        Shares complete,
        Map<SeriesId, Shares> completeOf,
        String searched) {

    public SensorHealth {
        domains = List.copyOf(domains);
        series = List.copyOf(series);
        findings = List.copyOf(findings);
        completeOf = Map.copyOf(completeOf);
    }

    /** The most urgent finding. */
    public Optional<Finding> worst() {
        return findings.isEmpty() ? Optional.empty() : Optional.of(findings.getFirst());
    }

    public boolean has(Condition condition) {
        return findings.stream().anyMatch(finding -> finding.condition() == condition);
    }

    /** Whether each of the words, in small letters, is in a name, an address or a number of the sensor. */
    public boolean matches(List<String> words) {
        return words.stream().allMatch(searched::contains);
    }
}
