package city.cockpit.technicians;

import city.cockpit.ingest.kept.Inbox.Candidate;
import city.cockpit.measurement.ObservedProperty;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.Series;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.data.renderer.TextRenderer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A registered sensor, found by name, place or property; those that observe what is needed come first. */
final class SensorField extends ComboBox<Candidate> {

    private static final Pattern WORDS = Pattern.compile("\\s+");

    private final Wording words;
    private final List<Candidate> candidates;
    private Set<String> needed = Set.of();

    SensorField(Wording words, List<Candidate> candidates, Runnable changed) {
        super(words.text("inbox.sensor"));
        this.words = words;
        this.candidates = candidates;
        setPlaceholder(words.text("inbox.sensor.hint"));
        setItemLabelGenerator(candidate -> words.text("inbox.sensor.chosen", candidate.sensor(), candidate.place()));
        setRenderer(new TextRenderer<>(candidate ->
                words.text("inbox.sensor.item", candidate.sensor(), candidate.place(), properties(candidate))));
        setWidthFull();
        addValueChangeListener(change -> {
            sayWhatFits();
            changed.run();
        });
        offerFor(needed);
    }

    /** Those that observe all of the properties come first. */
    void offerFor(Set<String> propertyKeys) {
        var value = getValue();
        needed = propertyKeys;
        setItems(
                this::matches,
                candidates.stream()
                        .sorted(Comparator.comparing((Candidate candidate) -> !candidate.observes(needed))
                                .thenComparing(Candidate::sensor))
                        .toList());
        setValue(value);
        sayWhatFits();
    }

    Optional<SensorId> findChosen() {
        return Optional.ofNullable(getValue()).map(Candidate::sensor);
    }

    private boolean matches(Candidate candidate, String typed) {
        var text =
                (candidate.sensor() + " " + candidate.place() + " " + properties(candidate)).toLowerCase(Locale.ROOT);
        return WORDS.splitAsStream(typed.toLowerCase(Locale.ROOT)).allMatch(text::contains);
    }

    private String properties(Candidate candidate) {
        return words.list(candidate.series().stream()
                .map(Series::property)
                .map(property -> property.name(words.locale()))
                .toList());
    }

    private void sayWhatFits() {
        var chosen = getValue();
        if (chosen == null) {
            setHelperText(words.text("inbox.sensor.help"));
            return;
        }
        var lacking =
                needed.stream().filter(key -> !chosen.observes(Set.of(key))).toList();
        setHelperText(
                lacking.isEmpty()
                        ? words.text("inbox.fits", properties(chosen))
                        : words.text("inbox.lacks", words.list(names(lacking)), properties(chosen)));
    }

    /** As people know them, where any sensor of the town observes them. */
    private List<String> names(List<String> keys) {
        return keys.stream()
                .map(key -> candidates.stream()
                        .flatMap(candidate -> candidate.series().stream())
                        .map(Series::property)
                        .filter(property -> property.key().equals(key))
                        .findFirst()
                        .map((ObservedProperty property) -> property.name(words.locale()))
                        .orElse(key))
                .toList();
    }
}
