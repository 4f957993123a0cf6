package city.cockpit.technicians;

import city.cockpit.ingest.Units;
import city.cockpit.measurement.Feed;
import city.cockpit.measurement.Kind;
import city.cockpit.measurement.ObservedProperty;
import city.cockpit.onboarding.Draft;
import city.cockpit.onboarding.Lack;
import city.cockpit.onboarding.Match;
import city.cockpit.onboarding.Numbers;
import city.cockpit.onboarding.Onboarding;
import city.cockpit.onboarding.Proposal;
import city.cockpit.onboarding.Seen;
import city.cockpit.onboarding.Wish;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/**
 * What the device sends and what is observed of it: one row for each field, ticked where the cockpit is sure enough, with
 * the reason in words. What tells of the device itself, or of nothing that is known, is folded away.
 */
final class ObservedFields extends Div {

    private final Wording words;
    private final Onboarding onboarding;
    private final DraftFields fields;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Div wanted = new Div();
    private final Div others = new Div();
    private final Details more;
    private final ComboBox<ObservedProperty> add = new ComboBox<>();

    ObservedFields(Wording words, Onboarding onboarding, DraftFields fields) {
        this.words = words;
        this.onboarding = onboarding;
        this.fields = fields;
        more = new Details("", others);
        more.setVisible(false);
        wanted.addClassName("observed-rows");
        others.addClassName("observed-rows");
        add.setLabel(words.text("observed.add"));
        add.setHelperText(words.text("observed.add.help"));
        offer(add);
        add.addValueChangeListener(change -> {
            if (!change.isFromClient() || change.getValue() == null) return;
            addByHand(change.getValue());
            add.clear();
        });
        addClassName("observed");
        add(wanted, more, add);
    }

    private void offer(ComboBox<ObservedProperty> box) {
        box.setItems(onboarding.listProperties());
        box.setItemLabelGenerator(property -> words.text(
                "observed.property",
                property.name(words.locale()),
                property.unit().symbol().isEmpty() ? "" : " (" + property.unit().symbol() + ")",
                words.text("domain." + property.domain())));
    }

    private void addByHand(ObservedProperty property) {
        var field = "/" + property.key();
        fields.observe(fields.draft().with(Wish.of(property.key(), Feed.of(field))));
        row(field).tick();
        sort();
    }

    /** Shows what the draft wants, before anything is known of the device's messages. */
    void show(Draft draft) {
        rows.clear();
        draft.wishes().forEach(wish -> row(wish.field()).tick());
        sort();
    }

    /** Shows what messages of the device say beside what the draft wants. */
    void show(Proposal proposal) {
        for (var field : proposal.fields()) row(field.name()).show(field);
        sort();
    }

    private Row row(String field) {
        return rows.computeIfAbsent(field, Row::new);
    }

    /** Rows stay where they are while somebody works on them. */
    private void sort() {
        for (var row : rows.values()) {
            var home = row.belongsOnTop() ? wanted : others;
            if (!row.isIn(home)) home.add(row);
        }
        var folded = others.getChildren().count();
        more.setVisible(folded > 0);
        more.setSummaryText(words.text("observed.more", folded));
    }

    /** Says at each row what is wrong with it. */
    void mark(Map<String, Lack> wrong) {
        rows.forEach((field, row) -> row.mark(Optional.ofNullable(wrong.get(field))));
    }

    /** One field of the message. */
    private final class Row extends Div {

        private final String field;
        private final Checkbox use = new Checkbox();
        private final ComboBox<ObservedProperty> property = new ComboBox<>();
        private final Span name = new Span();
        private final Span raw = new Span();
        private final Paragraph says = new Paragraph();
        private final Div fine = new Div();
        private final Details details;
        private Optional<Proposal.Field> proposed = Optional.empty();
        private boolean writing;

        private Row(String field) {
            this.field = field;
            addClassName("observed-row");
            var shown = field.isEmpty() ? words.text("observed.whole") : field.substring(field.startsWith("/") ? 1 : 0);
            name.setText(shown);
            name.addClassName("observed-name");
            raw.addClassName("observed-raw");
            use.setAriaLabel(words.text("observed.use", shown));
            use.addValueChangeListener(change -> {
                if (change.isFromClient()) use(change.getValue());
            });
            property.setAriaLabel(words.text("observed.as", shown));
            property.setPlaceholder(words.text("observed.choose"));
            offer(property);
            property.addValueChangeListener(change -> {
                if (!writing && change.isFromClient()) choose(change.getValue());
            });
            says.addClassName("panel-note");
            details = new Details(words.text("observed.fine"), fine);
            fine.addClassName("observed-fine");
            var head = new Div(use, name, raw);
            head.addClassName("observed-head");
            add(head, property, says, details);
            write();
        }

        private boolean isIn(Div home) {
            return getParent().filter(home::equals).isPresent();
        }

        private boolean belongsOnTop() {
            return wish().isPresent()
                    || proposed.filter(one -> !one.isAboutDevice())
                            .filter(one -> !one.matches().isEmpty())
                            .isPresent()
                    || isIn(wanted);
        }

        private Optional<Wish> wish() {
            return fields.draft().wishOf(field);
        }

        private void tick() {
            write();
        }

        private void show(Proposal.Field newest) {
            proposed = Optional.of(newest);
            raw.setText(quantity(newest.newest()));
            property.setReadOnly(newest.newest().named() && !newest.matches().isEmpty());
            write();
        }

        private String quantity(Seen seen) {
            var number = words.formats().number(seen.value(), decimals(seen.value()));
            return seen.unit()
                    .filter(unit -> !unit.equals("1"))
                    .map(unit -> number + "\u00a0" + symbol(unit))
                    .orElse(number);
        }

        private static int decimals(double value) {
            if (value == Math.rint(value)) return 0;
            return Math.abs(value) < 1 ? 3 : Math.abs(value) < 100 ? 2 : 1;
        }

        private void use(boolean wanted) {
            if (!wanted) fields.observe(fields.draft().withoutWishOf(field));
            else {
                var best = Optional.ofNullable(property.getValue()).or(() -> match().map(Match::property));
                if (best.isPresent()) want(best.get());
                else property.focus();
            }
            write();
        }

        private void choose(ObservedProperty chosen) {
            if (chosen == null) fields.observe(fields.draft().withoutWishOf(field));
            else want(chosen);
            write();
        }

        private void want(ObservedProperty chosen) {
            var known = match(chosen)
                    .map(Match::feed)
                    .or(() -> proposed.map(one -> onboarding.feedOf(one.newest(), chosen)))
                    .orElseGet(() -> Feed.of(field));
            fields.observe(fields.draft().with(Wish.of(chosen.key(), known)));
        }

        private Optional<Match> match() {
            return proposed.flatMap(one -> one.matches().stream().findFirst());
        }

        private Optional<Match> match(ObservedProperty chosen) {
            return proposed.flatMap(one -> one.matches().stream()
                    .filter(match -> match.property().equals(chosen))
                    .findFirst());
        }

        /** Brings the row in line with the draft. */
        private void write() {
            writing = true;
            var wish = wish();
            var chosen = wish.flatMap(one -> onboarding.findProperty(one.property()));
            use.setValue(wish.isPresent());
            property.setValue(chosen.or(() -> match().map(Match::property)).orElse(null));
            property.setInvalid(false);
            says.setText(sentence(wish, chosen));
            details.setVisible(wish.isPresent());
            if (wish.isPresent() && fine.getChildren().findAny().isEmpty()) chosen.ifPresent(this::fineFields);
            if (wish.isEmpty()) fine.removeAll();
            if (wish.isPresent()) addClassName("is-wanted");
            else removeClassName("is-wanted");
            writing = false;
        }

        private String sentence(Optional<Wish> wish, Optional<ObservedProperty> chosen) {
            if (wish.isPresent() && chosen.isPresent()) {
                var tile = words.text(
                        "observed.tile", words.text("domain." + chosen.get().domain()));
                var value = proposed.flatMap(one -> value(one.newest(), wish.get(), chosen.get()))
                        .map(number -> words.formats().quantity(number, chosen.get()) + " · ")
                        .orElse("");
                var why =
                        match(chosen.get()).map(match -> " · " + reason(match)).orElse("");
                return value + tile + why;
            }
            if (proposed.isEmpty()) return "";
            if (proposed.get().isAboutDevice()) return words.text("observed.about-device");
            return match().map(match ->
                            words.text("observed.perhaps", match.property().name(words.locale()), reason(match)))
                    .orElse(words.text("observed.unknown"));
        }

        private String reason(Match match) {
            return words.text(
                    "match." + match.reason(),
                    words.text("sureness." + match.sureness()),
                    match.assumedUnit().map(this::symbol).orElse(""),
                    words.formats().quantity(match.value(), match.property()));
        }

        private String symbol(String ucum) {
            return onboarding.listProperties().stream()
                    .map(ObservedProperty::unit)
                    .filter(unit -> unit.ucum().equals(ucum))
                    .map(unit -> unit.symbol().isEmpty() ? words.text("observed.no-unit") : unit.symbol())
                    .findFirst()
                    .orElseGet(() -> Units.sign(ucum));
        }

        private Optional<Double> value(Seen seen, Wish wish, ObservedProperty chosen) {
            var value = onboarding.valueOf(seen, wish, chosen);
            return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
        }

        private void fineFields(ObservedProperty chosen) {
            fine.add(
                    number(
                            "observed.scale",
                            wish -> plain(wish.scale()),
                            (wish, value) -> with(wish, value.orElse(1), wish.offset(), wish.missing())),
                    number(
                            "observed.offset",
                            wish -> plain(wish.offset()),
                            (wish, value) -> with(wish, wish.scale(), value.orElse(0), wish.missing())),
                    list(
                            "observed.missing",
                            Wish::missing,
                            (wish, values) -> with(wish, wish.scale(), wish.offset(), values)),
                    number(
                            "observed.lowest",
                            wish -> plain(wish.lowest()),
                            (wish, value) -> range(wish, value, wish.highest())),
                    number(
                            "observed.highest",
                            wish -> plain(wish.highest()),
                            (wish, value) -> range(wish, wish.lowest(), value)));
            usualRange(chosen).ifPresent(usual -> fine.add(new Paragraph(usual)));
            if (chosen.kind() == Kind.COUNT)
                fine.add(number(
                        "observed.capacity", wish -> plain(wish.capacity()), (wish, value) -> capacity(wish, value)));
            fine.add(list("observed.marks", Wish::marks, ObservedFields::marks));
        }

        private Optional<String> usualRange(ObservedProperty chosen) {
            var range = chosen.plausible();
            var hasLowest = Double.isFinite(range.lowest());
            var hasHighest = Double.isFinite(range.highest());
            if (!hasLowest && !hasHighest) return Optional.empty();
            var key = hasLowest && hasHighest ? "usual" : hasLowest ? "from" : "to";
            return Optional.of(words.text(
                    "observed.range." + key,
                    hasHighest
                            ? words.formats().value(range.lowest(), chosen)
                            : words.formats().quantity(range.lowest(), chosen),
                    words.formats().quantity(range.highest(), chosen)));
        }

        private TextField number(String label, Function<Wish, String> read, ChangeOf<OptionalDouble> change) {
            return input(
                    label,
                    read,
                    text -> {
                        var value = Numbers.find(text);
                        return text.isBlank() || value.isPresent() ? Optional.of(value) : Optional.empty();
                    },
                    change);
        }

        private TextField list(String label, Function<Wish, List<Double>> read, ChangeOf<List<Double>> change) {
            return input(
                    label,
                    wish -> String.join(
                            " ", read.apply(wish).stream().map(Row::plain).toList()),
                    Row::numbers,
                    change);
        }

        private <T> TextField input(
                String label, Function<Wish, String> read, Function<String, Optional<T>> parse, ChangeOf<T> change) {
            var input = new TextField(words.text(label));
            words.findText("observed.help." + label.substring(label.indexOf('.') + 1))
                    .ifPresent(input::setHelperText);
            input.setErrorMessage(words.text("lack.NO_NUMBER"));
            wish().ifPresent(wish -> input.setValue(read.apply(wish)));
            input.addValueChangeListener(typed -> {
                if (!typed.isFromClient()) return;
                var value = parse.apply(typed.getValue());
                input.setInvalid(value.isEmpty());
                if (value.isEmpty()) return;
                wish().ifPresent(wish -> change.of(wish, value.get())
                        .ifPresentOrElse(
                                changed -> fields.observe(fields.draft().with(changed)), () -> input.setInvalid(true)));
                write();
            });
            return input;
        }

        private static Optional<List<Double>> numbers(String text) {
            var parts = Arrays.stream(text.strip().split("[\\s;|]+"))
                    .filter(part -> !part.isEmpty())
                    .toList();
            var values = new ArrayList<Double>();
            for (var part : parts) {
                var value = Numbers.find(part);
                if (value.isEmpty()) return Optional.empty();
                values.add(value.getAsDouble());
            }
            return Optional.of(values);
        }

        private static String plain(double value) {
            return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        }

        private static String plain(OptionalDouble value) {
            return value.isPresent() ? plain(value.getAsDouble()) : "";
        }

        private static String plain(OptionalInt value) {
            return value.isPresent() ? Integer.toString(value.getAsInt()) : "";
        }

        private void mark(Optional<Lack> lack) {
            property.setInvalid(lack.isPresent());
            lack.ifPresent(one -> property.setErrorMessage(words.text("lack." + one)));
        }
    }

    /** How a wish changes with something that was typed; empty if that cannot be. */
    private interface ChangeOf<T> {
        Optional<Wish> of(Wish wish, T value);
    }

    private static Optional<Wish> with(Wish wish, double scale, double offset, List<Double> missing) {
        if (scale == 0) return Optional.empty();
        return Optional.of(wish.with(new Feed(wish.field(), scale, offset, Set.copyOf(missing))));
    }

    private static Optional<Wish> range(Wish wish, OptionalDouble lowest, OptionalDouble highest) {
        if (lowest.isPresent() && highest.isPresent() && lowest.getAsDouble() >= highest.getAsDouble())
            return Optional.empty();
        return Optional.of(wish.withRange(lowest, highest));
    }

    private static Optional<Wish> capacity(Wish wish, OptionalDouble value) {
        if (value.isEmpty()) return Optional.of(wish.withCapacity(OptionalInt.empty()));
        var places = value.getAsDouble();
        if (!(places >= 0 && places <= 1e6)) return Optional.empty();
        return Optional.of(wish.withCapacity(OptionalInt.of((int) Math.round(places))));
    }

    private static Optional<Wish> marks(Wish wish, List<Double> marks) {
        return marks.equals(marks.stream().sorted().toList()) ? Optional.of(wish.withMarks(marks)) : Optional.empty();
    }
}
