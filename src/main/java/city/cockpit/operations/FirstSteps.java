package city.cockpit.operations;

import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

/** What to do while the town has no sensors. */
final class FirstSteps extends Section {

    FirstSteps(Wording words) {
        addClassNames("panel", "first-steps");
        add(
                new H2(words.text("first-steps.title")),
                new OrderedList(
                        step(words.text("first-steps.register"), "./cockpit run --no-sim --sensors meine-stadt.csv"),
                        step(words.text("first-steps.publish"), "city/{sensor}"),
                        step(words.text("first-steps.demo"), "./cockpit run")));
    }

    private static ListItem step(String text, String code) {
        return new ListItem(new Span(text), new Code(code));
    }
}
