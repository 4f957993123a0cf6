package city.cockpit.operations;

import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

/** What to do while the town has no sensors. */
final class FirstSteps extends Section {

    private final Wording words;
    private final boolean mayRegister;

    /** @param mayRegister whether the visitor may register sensors */
    FirstSteps(Wording words, boolean mayRegister) {
        this.words = words;
        this.mayRegister = mayRegister;
        addClassNames("panel", "first-steps");
        setVisible(false);
    }

    /** Nearly every town has sensors; its pages do not hold what they never show. */
    void show(boolean isWanted) {
        if (isWanted && getComponentCount() == 0)
            add(
                    new H2(words.text("first-steps.title")),
                    mayRegister ? steps() : new Paragraph(words.text("first-steps.others")));
        setVisible(isWanted);
    }

    private OrderedList steps() {
        return new OrderedList(
                step("first-steps.one", way("sensors/new", "first-steps.one.way")),
                step("first-steps.many", way("sensors/import", "first-steps.many.way")),
                step("first-steps.demo", new Code("./cockpit run")));
    }

    private Anchor way(String address, String name) {
        return new Anchor(address, words.text(name));
    }

    private ListItem step(String what, Component how) {
        return new ListItem(new Span(words.text(what)), how);
    }
}
