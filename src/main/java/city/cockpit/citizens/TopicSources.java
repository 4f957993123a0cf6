package city.cockpit.citizens;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import city.cockpit.live.CityPicture;
import city.cockpit.live.DomainState;
import city.cockpit.live.SeriesState;
import city.cockpit.measurement.SensorFacts;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.uikit.Facts;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Who measures a topic and how well, summed up over all places; what nobody said of a device is called so. */
final class TopicSources extends Section {

    private final Wording words;
    private final SeriesCatalog catalog;
    private Facts facts;
    private List<String> shown = List.of();

    TopicSources(Wording words, SeriesCatalog catalog) {
        this.words = words;
        this.catalog = catalog;
        this.facts = new Facts(words);
        add(new H2(words.text("topic.sources")), facts, new Paragraph(words.text("topic.sources.more")));
    }

    void show(DomainState state, CityPicture picture) {
        var states = picture.series().values().stream()
                .filter(one -> one.series().property().domain() == state.domain())
                .toList();
        var sensors =
                states.stream().map(one -> one.series().id().sensor()).collect(Collectors.toCollection(TreeSet::new));
        var known = sensors.stream().map(catalog::facts).toList();
        var next = List.of(
                words.text("topic.sources.reporting.of", reporting(states), (long) sensors.size()),
                classes(known),
                methods(known),
                intervals(states),
                judged(state),
                words.text(
                        states.stream().anyMatch(one -> one.series().simulated())
                                ? "origin.simulated"
                                : "origin.town"));
        if (next.equals(shown)) return;
        shown = next;
        var drawn = new Facts(words)
                .with("topic.sources.reporting", next.get(0))
                .with("facts.class", next.get(1))
                .with("facts.method", next.get(2))
                .with("facts.interval", next.get(3))
                .with("topic.sources.judged", next.get(4))
                .with("facts.origin", next.get(5));
        replace(facts, drawn);
        facts = drawn;
    }

    private static long reporting(List<SeriesState> states) {
        return states.stream()
                .filter(one -> one.state().isCurrent())
                .map(one -> one.series().id().sensor())
                .distinct()
                .count();
    }

    private String classes(Collection<SensorFacts> known) {
        Map<String, Long> counts = known.stream()
                .collect(groupingBy(
                        one -> one.sourceClass()
                                .map(source -> words.text("facts.class." + source))
                                .orElse(words.text("facts.unknown")),
                        TreeMap::new,
                        counting()));
        return counts.entrySet().stream()
                .map(one -> words.text("topic.sources.count", words.formats().count(one.getValue()), one.getKey()))
                .collect(Collectors.joining("; "));
    }

    private String methods(Collection<SensorFacts> known) {
        var said = known.stream()
                .map(SensorFacts::method)
                .filter(method -> !method.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        return said.isEmpty() ? words.text("facts.unknown") : String.join("; ", said);
    }

    private String intervals(List<SeriesState> states) {
        return states.stream()
                .map(SeriesState::series)
                .map(Series::interval)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .map(this::interval)
                .collect(Collectors.joining("; "));
    }

    private String interval(Duration interval) {
        return interval.toSeconds() % 60 == 0
                ? words.text("facts.interval.minutes", interval.toMinutes())
                : words.text("facts.interval.seconds", interval.toSeconds());
    }

    private String judged(DomainState state) {
        return state.assessment()
                .map(verdict -> {
                    var origin = verdict.scheme().origin();
                    var name = origin.name(words.locale());
                    var averaging = words.text(
                            "limits.averaging." + verdict.scheme().measure().averaging());
                    return Optional.of(origin.source())
                            .filter(source -> !source.isEmpty())
                            .map(source -> words.text("topic.sources.judged.by", name, averaging, source))
                            .orElse(words.text("topic.sources.judged.by-us", name, averaging));
                })
                .orElse(words.text("topic.sources.judged.no"));
    }
}
