package city.cockpit.technicians;

import city.cockpit.measurement.Averaging;
import city.cockpit.measurement.Severity;
import city.cockpit.measurement.TownScale;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How values are judged: steps from the lowest up, or none at all. */
final class ScaleFields extends Div {

    private final Wording words;
    private final Runnable changed;
    private final Select<Averaging> averaging = new Select<>();
    private final Div steps = new Div();
    private final List<StepFields> rows = new ArrayList<>();
    private final Button begin;
    private final Button add;
    private final Button remove;

    /** @param changed called after every change that a person makes */
    ScaleFields(Wording words, Runnable changed) {
        this.words = words;
        this.changed = changed;
        averaging.setLabel(words.text("properties.scale.of"));
        averaging.setItems(Averaging.INSTANT, Averaging.HOUR);
        averaging.setItemLabelGenerator(one -> words.text("properties.scale.of." + one));
        averaging.setValue(Averaging.INSTANT);
        averaging.addValueChangeListener(this::told);
        begin = button("properties.scale.begin", this::begin);
        add = button("properties.scale.add", () -> {
            rows.add(new StepFields());
            list();
        });
        remove = button("properties.scale.remove", () -> {
            rows.clear();
            list();
        });
        var buttons = new Div(begin, add, remove);
        buttons.addClassName("panel-buttons");
        steps.addClassName("scale-steps");
        addClassNames("panel-part", "scale-fields");
        add(
                new H3(words.text("properties.scale")),
                new Paragraph(words.text("properties.scale.lead")),
                averaging,
                steps,
                buttons);
        list();
    }

    private Button button(String key, Runnable deed) {
        return new Button(words.text(key), click -> {
            deed.run();
            changed.run();
        });
    }

    private void told(HasValue.ValueChangeEvent<?> change) {
        if (change.isFromClient()) changed.run();
    }

    /** Three steps in words that most people use; where they begin nobody can guess. */
    private void begin() {
        for (var severity : List.of(Severity.GOOD, Severity.NOTICE, Severity.WARNING)) {
            var row = new StepFields();
            row.german.setValue(words.text("properties.scale.de." + severity));
            row.english.setValue(words.text("properties.scale.en." + severity));
            row.severity.setValue(severity);
            rows.add(row);
        }
        list();
        rows.get(1).from.focus();
    }

    void fill(TownScale scale) {
        averaging.setValue(scale.averaging());
        for (var step : scale.steps()) {
            var row = new StepFields();
            if (Double.isFinite(step.from())) row.from.setValue(step.from());
            row.german.setValue(step.germanWord());
            row.english.setValue(step.englishWord());
            row.severity.setValue(step.severity());
            rows.add(row);
        }
        list();
    }

    private void list() {
        steps.removeAll();
        for (var row : rows) steps.add(row);
        for (var i = 0; i < rows.size(); i++) rows.get(i).be(i);
        var isScale = !rows.isEmpty();
        averaging.setVisible(isScale);
        begin.setVisible(!isScale);
        add.setVisible(isScale && rows.size() < TownScale.MOST_STEPS);
        remove.setVisible(isScale);
    }

    /** Marks what is wrong; whether nothing is. */
    boolean isRight() {
        var isRight = true;
        var before = Double.NEGATIVE_INFINITY;
        for (var row : rows) {
            isRight &= row.check(before);
            before = row.begins();
        }
        return isRight;
    }

    void focusWrong() {
        rows.stream()
                .flatMap(row -> row.fields().filter(HasValidationProperties::isInvalid))
                .findFirst()
                .ifPresent(field -> ((Focusable<?>) field).focus());
    }

    /** What stands here, if it is right; empty where nothing is to be judged. */
    Optional<TownScale> scale() {
        if (rows.isEmpty()) return Optional.empty();
        return Optional.of(new TownScale(
                averaging.getValue(), rows.stream().map(StepFields::step).toList()));
    }

    /** One step. The lowest holds below the second, so it begins nowhere. */
    private final class StepFields extends Div {

        private final Span below = new Span(words.text("properties.scale.below"));
        private final NumberField from = new NumberField(words.text("properties.scale.from"));
        private final TextField german = new TextField(words.text("properties.scale.german"));
        private final TextField english = new TextField(words.text("properties.scale.english"));
        private final Select<Severity> severity = new Select<>();
        private final Button drop = new Button(words.text("properties.scale.drop"));
        private boolean isLowest;

        StepFields() {
            severity.setLabel(words.text("properties.scale.severity"));
            severity.setItems(Severity.values());
            severity.setItemLabelGenerator(one -> words.text("properties.scale." + one));
            severity.setValue(Severity.ALARM);
            drop.addThemeVariants(ButtonVariant.TERTIARY);
            drop.addClickListener(click -> {
                rows.remove(this);
                list();
                changed.run();
            });
            from.addValueChangeListener(ScaleFields.this::told);
            german.addValueChangeListener(ScaleFields.this::told);
            english.addValueChangeListener(ScaleFields.this::told);
            severity.addValueChangeListener(ScaleFields.this::told);
            german.setMaxLength(TownScale.Step.LONGEST_WORD);
            english.setMaxLength(TownScale.Step.LONGEST_WORD);
            below.addClassName("scale-below");
            addClassName("scale-step");
            getElement().setAttribute("role", "group");
            add(below, from, german, english, severity, drop);
        }

        void be(int place) {
            isLowest = place == 0;
            getElement().setAttribute("aria-label", words.text("properties.scale.step", (long) place + 1));
            below.setVisible(isLowest);
            from.setVisible(!isLowest);
            drop.setVisible(rows.size() > TownScale.FEWEST_STEPS);
            drop.setAriaLabel(words.text("properties.scale.drop.of", (long) place + 1));
        }

        /** @param before where the step below begins */
        boolean check(double before) {
            var ascends = isLowest || (from.getValue() != null && from.getValue() > before);
            from.setInvalid(!ascends);
            from.setErrorMessage(ascends ? "" : words.text("properties.scale.from.wrong"));
            var isGerman = check(german);
            var isEnglish = check(english);
            return ascends && isGerman && isEnglish;
        }

        private boolean check(TextField word) {
            var isMissing = word.getValue().isBlank();
            word.setInvalid(isMissing);
            word.setErrorMessage(isMissing ? words.text("properties.scale.word.wrong") : "");
            return !isMissing;
        }

        Stream<HasValidationProperties> fields() {
            return Stream.of(from, german, english);
        }

        /** What is missing is no reason to call the step above it wrong. */
        double begins() {
            return isLowest || from.getValue() == null ? Double.NEGATIVE_INFINITY : from.getValue();
        }

        TownScale.Step step() {
            return new TownScale.Step(
                    begins(),
                    severity.getValue(),
                    german.getValue().strip(),
                    english.getValue().strip());
        }
    }
}
