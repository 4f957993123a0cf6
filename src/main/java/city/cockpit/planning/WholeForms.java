package city.cockpit.planning;

import city.cockpit.strategy.Edit;
import city.cockpit.strategy.plan.About;
import city.cockpit.strategy.plan.Concepts;
import city.cockpit.strategy.plan.Indicator;
import city.cockpit.strategy.plan.Municipality;
import city.cockpit.strategy.plan.Resolution;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeSet;

/** Forms of what there is only one of: the strategy as a whole, the town, the council's decisions, the concepts. */
final class WholeForms {

    /** Whoever is elsewhere types another name. */
    private static final List<String> STATES = List.of(
            "Baden-Württemberg",
            "Bayern",
            "Berlin",
            "Brandenburg",
            "Bremen",
            "Hamburg",
            "Hessen",
            "Mecklenburg-Vorpommern",
            "Niedersachsen",
            "Nordrhein-Westfalen",
            "Rheinland-Pfalz",
            "Saarland",
            "Sachsen",
            "Sachsen-Anhalt",
            "Schleswig-Holstein",
            "Thüringen");

    private WholeForms() {}

    static PlanForm about(Fields fields, About before) {
        fields.group("edit.about");
        var title = fields.text("edit.title", before.title());
        title.setRequiredIndicatorVisible(true);
        title.setMaxLength(200);
        title.addClassName("plan-whole");
        var summary = fields.area("field.summary", before.summary());
        summary.setHelperText(fields.words().text("edit.summary.help"));
        var stage = fields.choice("profile.stage", "strategy.stage.", About.Stage.values(), before.stage());
        var since = fields.day("field.stage-since", before.stageSince());
        var scope = fields.choice("profile.scope", "strategy.scope.", About.Scope.values(), before.scope());
        fields.group("profile.period");
        var from = fields.day("edit.period.from", before.from());
        var to = fields.day("edit.period.to", before.to());
        fields.group("edit.paper");
        var document = fields.text("edit.document", before.document());
        var predecessor = fields.text("edit.predecessor", before.predecessor());
        var example = fields.check("edit.example", before.example());
        return new PlanForm(fields, () -> {
            fields.needs(title);
            return Optional.of(new Edit.OfAbout(new About(
                    Fields.value(title),
                    Fields.value(summary),
                    example.getValue(),
                    stage.getValue(),
                    Fields.value(since),
                    scope.getValue(),
                    Fields.value(from),
                    Fields.value(to),
                    Fields.value(document),
                    Fields.value(predecessor))));
        });
    }

    static PlanForm municipality(Fields fields, Municipality before) {
        fields.group("edit.town");
        var name = fields.text("edit.town.name", before.name());
        name.setRequiredIndicatorVisible(true);
        var type = fields.choice("profile.type", "strategy.municipality.", Municipality.Type.values(), before.type());
        var state = new ComboBox<String>(fields.words().text("profile.state"));
        var states = new ArrayList<>(STATES);
        if (!before.state().isBlank() && !states.contains(before.state())) states.add(before.state());
        state.setItems(states);
        state.setAllowCustomValue(true);
        state.addCustomValueSetListener(typed -> state.setValue(typed.getDetail()));
        if (!before.state().isBlank()) state.setValue(before.state());
        fields.find(state);
        var website = fields.text("profile.website", before.website());
        fields.group("edit.town.figures");
        var population = fields.number(
                "profile.population",
                before.population().isPresent()
                        ? OptionalDouble.of(before.population().getAsInt())
                        : OptionalDouble.empty());
        var asOf = fields.day("field.population-as-of", before.populationAsOf());
        var ags = fields.text("field.ags", before.ags());
        ags.setHelperText(fields.words().text("edit.ags.help"));
        var ars = fields.text("field.ars", before.ars());
        ars.setHelperText(fields.words().text("edit.ars.help"));
        return new PlanForm(fields, () -> {
            fields.needs(name);
            return Optional.of(new Edit.OfMunicipality(new Municipality(
                    Fields.value(name),
                    type.getValue(),
                    Fields.value(ags).replace(" ", ""),
                    Fields.value(ars).replace(" ", ""),
                    state.getOptionalValue().orElse("").strip(),
                    population.isEmpty()
                            ? OptionalInt.empty()
                            : OptionalInt.of((int) Math.round(population.getValue())),
                    Fields.value(asOf),
                    Fields.value(website))));
        });
    }

    static PlanForm resolutions(Fields fields, List<Resolution> before) {
        var rows = fields.rows("edit.resolutions", "edit.resolutions.one", before, WholeForms::resolution);
        return new PlanForm(fields, () -> Optional.of(new Edit.OfResolutions(rows.read())));
    }

    private static Fields.Row<Resolution> resolution(Fields fields, Optional<Resolution> value) {
        var body =
                fields.text("edit.resolution.body", value.map(Resolution::body).orElse(""));
        var date = fields.day("edit.resolution.date", value.map(Resolution::date));
        var number = fields.text(
                "edit.resolution.number", value.map(Resolution::paperNumber).orElse(""));
        var result = fields.choice(
                "edit.resolution.result",
                "strategy.resolution.",
                Resolution.Result.values(),
                value.map(Resolution::result).orElse(Resolution.Result.ADOPTED));
        var address = fields.text(
                "edit.resolution.address", value.map(Resolution::paperUrl).orElse(""));
        return () -> fields.needs(body, date)
                ? Optional.of(new Resolution(
                        Fields.value(body),
                        date.getValue(),
                        Fields.value(number),
                        result.getValue(),
                        Fields.value(address)))
                : Optional.empty();
    }

    static PlanForm concepts(Fields fields, Concepts before) {
        var watching = before.monitoring();
        var talking = before.communication();
        fields.group("edit.monitoring");
        fields.add(new Paragraph(fields.words().text("edit.monitoring.help")));
        var rhythm =
                fields.maybe("edit.rhythm", "strategy.frequency.", Indicator.Frequency.values(), watching.rhythm());
        var months = new MultiSelectComboBox<Month>(fields.words().text("edit.report-months"));
        months.setItems(Month.values());
        months.setItemLabelGenerator(month ->
                month.getDisplayName(TextStyle.FULL_STANDALONE, fields.words().locale()));
        months.setValue(watching.reportMonths().stream()
                .filter(month -> month >= 1 && month <= 12)
                .map(Month::of)
                .toList());
        fields.several(months);
        var next = fields.day("edit.next-report", watching.nextReport());
        var watcher = fields.text("edit.monitoring.responsible", watching.responsible());
        var escalation = fields.area("edit.escalation", watching.escalation());
        fields.group("edit.communication");
        fields.add(new Paragraph(fields.words().text("edit.communication.help")));
        var groups = fields.lines("edit.target-groups", talking.targetGroups());
        var channels = fields.lines("edit.channels", talking.channels());
        var speaker = fields.text("edit.communication.responsible", talking.responsible());
        return new PlanForm(
                fields,
                () -> Optional.of(new Edit.OfConcepts(new Concepts(
                        new Concepts.Monitoring(
                                rhythm.getOptionalValue(),
                                List.copyOf(new TreeSet<>(months.getValue().stream()
                                        .map(Month::getValue)
                                        .toList())),
                                Fields.value(watcher),
                                Fields.value(escalation),
                                Fields.value(next)),
                        new Concepts.Communication(
                                Fields.lines(groups), Fields.lines(channels), Fields.value(speaker))))));
    }
}
