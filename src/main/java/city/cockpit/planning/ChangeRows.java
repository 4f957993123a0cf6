package city.cockpit.planning;

import city.cockpit.audit.Change;
import city.cockpit.strategy.ItemChange;
import city.cockpit.strategy.plan.About;
import city.cockpit.strategy.plan.Binding;
import city.cockpit.strategy.plan.Component;
import city.cockpit.strategy.plan.Indicator;
import city.cockpit.strategy.plan.Measure;
import city.cockpit.strategy.plan.Municipality;
import city.cockpit.strategy.plan.Resolution;
import city.cockpit.strategy.plan.Visibility;
import city.cockpit.uikit.Rows;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What differs between two versions, part by part, in the words of the forms. */
final class ChangeRows extends Composite<Div> {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d+(E-?\\d+)?");
    private static final Pattern CENTS = Pattern.compile("-?\\d+");
    private static final Pattern BETWEEN = Pattern.compile("(?<=[,;]) ");
    private static final Map<String, String> CONSTANTS = constants();

    private final Wording words;
    private final PlanWords plan;

    ChangeRows(Wording words, List<ItemChange> changes) {
        this.words = words;
        this.plan = new PlanWords(words);
        var rows = new Rows(words, "changes.item", "changes.kind", "changes.fields");
        rows.clear();
        for (var change : changes)
            rows.addRow(
                    new Span(title(words, change)),
                    new Span(words.text("strategy.change." + change.kind())),
                    fields(change));
        getContent().add(rows);
    }

    /** Items as people called them, everything else by the name of its form. */
    static String title(Wording words, ItemChange change) {
        if (change.item().isPresent()) return change.title();
        return words.findText("edit.kind." + change.title())
                .or(() -> words.findText("strategy.component." + change.title()))
                .orElse(change.title());
    }

    private Div fields(ItemChange change) {
        var list = new UnorderedList();
        for (var field : change.fields())
            list.add(new ListItem(words.text(
                    "changes.field",
                    name(field),
                    say(field.field(), field.before()),
                    say(field.field(), field.after()))));
        return new Div(list);
    }

    private String name(Change field) {
        return field.field().equals("title")
                ? words.text("edit.title")
                : words.findText("field." + field.field()).orElse(field.field());
    }

    /** Days, numbers and names of choices as people write them; everything else as it was typed. */
    private String say(String field, String value) {
        if (value.isBlank()) return "–";
        var isMoney = field.equals("budget");
        return BETWEEN.splitAsStream(value)
                .map(part -> {
                    var end = part.endsWith(",") || part.endsWith(";") ? part.substring(part.length() - 1) : "";
                    return one(part.substring(0, part.length() - end.length()), isMoney) + end;
                })
                .collect(Collectors.joining(" "));
    }

    private String one(String part, boolean isMoney) {
        if (DAY.matcher(part).matches()) return plan.date(LocalDate.parse(part));
        if (NUMBER.matcher(part).matches()) return plan.plain(Double.parseDouble(part));
        if (isMoney && CENTS.matcher(part).matches() && part.length() != 4) return plan.money(Long.parseLong(part));
        if (part.equals("true")) return words.text("components.yes");
        if (part.equals("false")) return words.text("changes.no");
        var text = CONSTANTS.get(part);
        return text == null ? part : words.text(text, "…");
    }

    private static Map<String, String> constants() {
        var texts = new HashMap<String, String>();
        add(texts, "strategy.visibility.", Visibility.values());
        add(texts, "strategy.measure.", Measure.Status.values());
        add(texts, "strategy.partner.", Measure.Partner.Part.values());
        add(texts, "strategy.direction.", Indicator.Direction.values());
        add(texts, "strategy.frequency.", Indicator.Frequency.values());
        add(texts, "strategy.category.", Indicator.Category.values());
        add(texts, "strategy.aggregation.", Binding.Aggregation.values());
        add(texts, "strategy.places.", Binding.Places.values());
        add(texts, "strategy.window.", Binding.Window.values());
        add(texts, "strategy.grade.", Binding.Grade.values());
        add(texts, "strategy.component.", Component.Key.values());
        add(texts, "strategy.component-status.", Component.Status.values());
        add(texts, "strategy.stage.", About.Stage.values());
        add(texts, "strategy.scope.", About.Scope.values());
        add(texts, "strategy.municipality.", Municipality.Type.values());
        add(texts, "strategy.resolution.", Resolution.Result.values());
        return Map.copyOf(texts);
    }

    private static void add(Map<String, String> texts, String prefix, Enum<?>[] all) {
        Arrays.stream(all).forEach(one -> texts.putIfAbsent(one.name(), prefix + one.name()));
    }
}
