package city.cockpit.operations;

import city.cockpit.alerts.AlertRules;
import city.cockpit.alerts.Condition;
import city.cockpit.alerts.Norm;
import city.cockpit.alerts.Rule;
import city.cockpit.alerts.Scope;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.ObservedProperty;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.Severity;
import city.cockpit.measurement.Site;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A rule by choices: what is looked at, where, when it is too much, how urgent that is and who is told. */
final class RuleForm extends Div {

    /** Of a rule that is not kept yet. */
    static final String NO_KEY = "new";

    private final Wording words;
    private final AlertRules rules;
    private final List<Series> series;
    private final Runnable changed;
    private final ComboBox<About> about = new ComboBox<>();
    private final Select<Where> where = new Select<>();
    private final MultiSelectComboBox<String> sites = new MultiSelectComboBox<>();
    private final MultiSelectComboBox<String> districts = new MultiSelectComboBox<>();
    private final ConditionFields condition;
    private final Select<Severity> severity = new Select<>();
    private final Select<Boolean> together = new Select<>();
    private final SeasonFields season;
    private final QuietFields quiet;
    private final CheckboxGroup<String> recipients = new CheckboxGroup<>();
    private final Checkbox on;
    private Map<String, String> siteTitles = Map.of();
    private String key = NO_KEY;
    private int version;
    private Optional<Norm> norm = Optional.empty();
    private boolean isFilling = true;

    /** What a rule is about: one property, all of a domain, or everything. */
    private record About(Optional<ObservedProperty> property, Optional<Domain> domain) {

        boolean contains(Series one) {
            return property.map(wanted -> wanted.key().equals(one.property().key()))
                            .orElse(true)
                    && domain.map(wanted -> one.property().domain() == wanted).orElse(true);
        }
    }

    private enum Where {
        EVERYWHERE,
        SITES,
        DISTRICTS
    }

    /**
     * An empty form.
     *
     * @param changed called after every change that somebody makes
     */
    RuleForm(Wording words, AlertRules rules, List<String> recipientNames, Runnable changed) {
        this.words = words;
        this.rules = rules;
        this.series = rules.listObserved();
        this.changed = changed;
        condition = new ConditionFields(words, this::hasChanged);
        season = new SeasonFields(words, this::hasChanged);
        quiet = new QuietFields(words, this::hasChanged);
        on = new Checkbox(words.text("alerts.on"));
        on.setValue(true);
        label(recipientNames);
        addClassName("sensor-form");
        add(
                card("rule.what", row(about, where, sites, districts)),
                card("rule.when", condition),
                card("rule.then", row(severity, together), recipients(recipientNames), on),
                card("rule.times", season, quiet));
        showPlaces();
        isFilling = false;
    }

    private Section card(String heading, Component... parts) {
        var card = new Section(new H2(words.text(heading)));
        card.add(parts);
        card.addClassNames("panel", "panel-form");
        return card;
    }

    private static Div row(Component... parts) {
        var row = new Div(parts);
        row.addClassName("plan-fields");
        return row;
    }

    private void label(List<String> recipientNames) {
        about.setLabel(words.text("rule.about"));
        about.setItemLabelGenerator(this::name);
        about.setItems(choices());
        about.setRequiredIndicatorVisible(true);
        about.setErrorMessage(words.text("rule.about.missing"));
        about.addValueChangeListener(change -> {
            about.setInvalid(false);
            condition.of(Optional.ofNullable(change.getValue()).flatMap(About::property), concerned(), isChosen());
            showPlaces();
            hasChanged();
        });
        where.setLabel(words.text("rule.where"));
        where.setItems(Where.values());
        where.setItemLabelGenerator(one -> words.text("rule.where." + one));
        where.setValue(Where.EVERYWHERE);
        where.addValueChangeListener(change -> {
            showPlaces();
            hasChanged();
        });
        sites.setLabel(words.text("rule.sites"));
        sites.setItemLabelGenerator(one -> siteTitles.getOrDefault(one, one));
        sites.setErrorMessage(words.text("rule.sites.missing"));
        sites.addValueChangeListener(change -> hasChanged());
        districts.setLabel(words.text("rule.districts"));
        districts.setErrorMessage(words.text("rule.sites.missing"));
        districts.addValueChangeListener(change -> hasChanged());
        severity.setLabel(words.text("incidents.severity"));
        severity.setItems(Severity.NOTICE, Severity.WARNING, Severity.ALARM);
        severity.setItemLabelGenerator(one -> words.text("severity." + one));
        severity.setValue(Severity.WARNING);
        severity.addValueChangeListener(change -> hasChanged());
        together.setLabel(words.text("rule.together"));
        together.setItems(false, true);
        together.setItemLabelGenerator(one -> words.text("rule.together." + one));
        together.setValue(false);
        together.addValueChangeListener(change -> hasChanged());
        recipients.setLabel(words.text("rule.recipients"));
        recipients.setItems(recipientNames);
        recipients.setHelperText(words.text("rule.recipients.help"));
        recipients.addValueChangeListener(change -> hasChanged());
        on.addValueChangeListener(change -> hasChanged());
    }

    private Component recipients(List<String> names) {
        if (!names.isEmpty()) return recipients;
        var nobody = new Paragraph(words.text("rule.recipients.none"));
        nobody.addClassName("panel-note");
        return nobody;
    }

    private void hasChanged() {
        if (!isFilling) changed.run();
    }

    /** Whatever the town observes, under its domain; then all of a domain, for what needs no property. */
    private List<About> choices() {
        var observed = new TreeMap<Domain, Set<String>>();
        for (var one : series)
            observed.computeIfAbsent(one.property().domain(), domain -> new TreeSet<>())
                    .add(one.property().key());
        var choices = new ArrayList<About>();
        observed.values().stream()
                .flatMap(Set::stream)
                .flatMap(one -> rules.findProperty(one).stream())
                .forEach(one -> choices.add(new About(Optional.of(one), Optional.empty())));
        choices.add(new About(Optional.empty(), Optional.empty()));
        observed.keySet().forEach(domain -> choices.add(new About(Optional.empty(), Optional.of(domain))));
        return choices;
    }

    private String name(About choice) {
        return choice.property()
                .map(one -> words.text("domain." + one.domain()) + " · " + one.name(words.locale()))
                .or(() ->
                        choice.domain().map(domain -> words.text("rule.about.domain", words.text("domain." + domain))))
                .orElseGet(() -> words.text("rule.about.everything"));
    }

    private boolean isChosen() {
        return about.getValue() != null;
    }

    private List<Series> concerned() {
        var chosen = about.getValue();
        return chosen == null
                ? List.of()
                : series.stream().filter(chosen::contains).toList();
    }

    /** Places at which what was chosen is observed, and those that were chosen already. */
    private void showPlaces() {
        var titles = new TreeMap<String, String>();
        for (var one : concerned()) titles.put(one.site().key(), one.site().title());
        for (var one : sites.getValue()) titles.putIfAbsent(one, siteTitles.getOrDefault(one, title(one)));
        siteTitles = titles;
        setItems(
                sites,
                titles.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .toList());
        setItems(
                districts,
                Stream.concat(concerned().stream().map(Series::site).map(Site::district), districts.getValue().stream())
                        .filter(one -> !one.isEmpty())
                        .distinct()
                        .sorted()
                        .toList());
        sites.setVisible(where.getValue() == Where.SITES);
        districts.setVisible(where.getValue() == Where.DISTRICTS);
    }

    private String title(String site) {
        return series.stream()
                .map(Series::site)
                .filter(one -> one.key().equals(site))
                .findFirst()
                .map(Site::title)
                .orElse(site);
    }

    /** What was chosen stays so. */
    private void setItems(MultiSelectComboBox<String> box, List<String> items) {
        var chosen = box.getValue();
        var before = isFilling;
        isFilling = true;
        box.setItems(items);
        box.setValue(chosen);
        isFilling = before;
    }

    /** Fills the form; what it stands for is that version of the rule. */
    void show(Rule rule, boolean isShipped) {
        isFilling = true;
        key = rule.key();
        version = rule.version();
        norm = rule.norm();
        var scope = rule.scope();
        var shown = new About(scope.property().flatMap(rules::findProperty), scope.domain());
        var choices = choices();
        if (!choices.contains(shown)) choices.add(shown);
        about.setItems(choices);
        about.setValue(shown);
        about.setReadOnly(isShipped);
        if (isShipped) about.setHelperText(words.text("rule.about.shipped"));
        setItems(sites, List.copyOf(scope.sites()));
        setItems(districts, List.copyOf(scope.districts()));
        sites.setValue(scope.sites());
        districts.setValue(scope.districts());
        where.setValue(
                !scope.sites().isEmpty()
                        ? Where.SITES
                        : scope.districts().isEmpty() ? Where.EVERYWHERE : Where.DISTRICTS);
        showPlaces();
        condition.of(shown.property(), concerned(), true);
        condition.show(rule.condition());
        severity.setValue(rule.severity());
        together.setValue(rule.isTogether());
        season.show(rule.season());
        quiet.show(rule.quietHours());
        recipients.setValue(rule.recipients());
        on.setValue(rule.isOn());
        isFilling = false;
    }

    /** From now on it stands for that version. */
    void basedOn(int next) {
        version = next;
    }

    /** What was chosen; empty while something is missing or wrong. */
    Optional<Rule> rule() {
        if (!missing().isEmpty()) return Optional.empty();
        return condition.condition().map(this::rule);
    }

    private Rule rule(Condition chosen) {
        return new Rule(
                key,
                scope(about.getValue()),
                chosen,
                together.getValue(),
                severity.getValue(),
                season.season(),
                quiet.hours(),
                norm,
                recipients.getValue(),
                on.getValue(),
                version);
    }

    private Scope scope(About chosen) {
        return new Scope(
                chosen.property().map(ObservedProperty::key),
                chosen.domain(),
                where.getValue() == Where.SITES ? sites.getValue() : Set.of(),
                where.getValue() == Where.DISTRICTS ? districts.getValue() : Set.of());
    }

    /** Names of the fields that are missing or wrong, in their order. */
    List<String> missing() {
        var missing = new ArrayList<String>();
        if (!isChosen()) missing.add(about.getLabel());
        if (where.getValue() == Where.SITES && sites.getValue().isEmpty()) missing.add(sites.getLabel());
        if (where.getValue() == Where.DISTRICTS && districts.getValue().isEmpty()) missing.add(districts.getLabel());
        if (isChosen()) missing.addAll(condition.missing());
        missing.addAll(season.missing());
        missing.addAll(quiet.missing());
        return missing;
    }

    /** Marks what is missing or wrong. */
    void mark() {
        about.setInvalid(!isChosen());
        sites.setInvalid(where.getValue() == Where.SITES && sites.getValue().isEmpty());
        districts.setInvalid(
                where.getValue() == Where.DISTRICTS && districts.getValue().isEmpty());
        condition.mark();
    }

    /** What is said of the chosen value beside the sentence. */
    Optional<String> mistaken() {
        return condition.mistaken();
    }
}
