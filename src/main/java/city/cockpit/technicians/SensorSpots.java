package city.cockpit.technicians;

import city.cockpit.fleet.SensorHealth;
import city.cockpit.measurement.Site;
import city.cockpit.registry.Phase;
import city.cockpit.uikit.ClusterMap.Look;
import city.cockpit.uikit.ClusterMap.Spot;
import city.cockpit.uikit.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Sensors as spots on the map, one for each site. */
final class SensorSpots {

    private final Wording words;

    SensorSpots(Wording words) {
        this.words = words;
    }

    List<Spot> of(List<SensorHealth> sensors) {
        var bySite = new LinkedHashMap<Site, List<SensorHealth>>();
        for (var sensor : sensors)
            sensor.place()
                    .ifPresent(place -> bySite.computeIfAbsent(place.site(), site -> new ArrayList<>())
                            .add(sensor));
        return bySite.entrySet().stream()
                .map(site -> spot(site.getKey(), site.getValue()))
                .toList();
    }

    private Spot spot(Site site, List<SensorHealth> sensors) {
        var troubled = sensors.stream().filter(one -> !one.findings().isEmpty()).count();
        return new Spot(
                site.key(),
                site.title(),
                site.latitude(),
                site.longitude(),
                sensors.size(),
                sensors.stream().map(SensorSpots::look).min(Look::compareTo).orElseThrow(),
                words.text("map.cluster.words", (long) sensors.size(), troubled));
    }

    private static Look look(SensorHealth one) {
        if (one.sensor().phase() != Phase.ACTIVE) return Look.SILENT;
        return one.worst()
                .map(finding -> FindingWords.severity(finding).equals("warning") ? Look.WARNING : Look.NOTICE)
                .orElse(Look.GOOD);
    }
}
