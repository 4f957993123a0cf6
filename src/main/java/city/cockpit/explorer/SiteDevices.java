package city.cockpit.explorer;

import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.uikit.Facts;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import java.util.LinkedHashMap;
import java.util.List;

/** The devices of a site: how they measure, how high, of which class, when they were calibrated. What nobody said is called so. */
final class SiteDevices extends Section {

    private final Wording words;
    private final ProofWords says;
    private List<Series> shown = List.of();

    SiteDevices(Wording words) {
        this.words = words;
        this.says = new ProofWords(words);
        addClassName("site-devices");
    }

    void show(List<Series> series, SeriesCatalog catalog) {
        if (series.equals(shown)) return;
        shown = series;
        removeAll();
        add(new H2(words.text("facts.title")));
        var bySensor = new LinkedHashMap<SensorId, Series>();
        series.forEach(one -> bySensor.putIfAbsent(one.id().sensor(), one));
        bySensor.forEach((sensor, first) -> add(device(sensor, series, catalog)));
    }

    private Section device(SensorId sensor, List<Series> series, SeriesCatalog catalog) {
        var own =
                series.stream().filter(one -> one.id().sensor().equals(sensor)).toList();
        var facts = catalog.facts(sensor);
        var swaps = catalog.listSwapDays(sensor);
        var known = new Facts(words)
                .with("facts.sensor", new Code(sensor.value()))
                .with("facts.method", says.method(facts))
                .with("facts.height", says.height(facts))
                .with("facts.class", says.sourceClass(facts))
                .with("facts.calibration", says.calibration(facts))
                .with("facts.interval", interval(own.getFirst()));
        if (!swaps.isEmpty())
            known.with(
                    "facts.swapped",
                    words.list(swaps.stream().map(words.formats()::date).toList()));
        return new Section(
                new H3(words.list(own.stream()
                        .map(one -> one.property().name(words.locale()))
                        .toList())),
                known.with(
                        "facts.origin", words.text(own.getFirst().simulated() ? "origin.simulated" : "origin.town")));
    }

    private String interval(Series series) {
        var seconds = series.interval().toSeconds();
        return seconds % 60 == 0
                ? words.text("facts.interval.minutes", seconds / 60)
                : words.text("facts.interval.seconds", seconds);
    }
}
