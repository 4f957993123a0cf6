package city.cockpit.technicians;

import city.cockpit.csv.Problem;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.List;

/** What became of a table that somebody brings: what is wrong with it, or what it would change, to be stored or dropped. */
final class TableOutcome extends Div {

    private final Wording words;
    private final FormMessage message;

    /** @param message above it */
    TableOutcome(Wording words, FormMessage message) {
        this.words = words;
        this.message = message;
        addClassName("sensor-import-outcome");
    }

    void forget() {
        message.clear();
        removeAll();
    }

    void refuse(String name, List<Problem> problems) {
        var rows = problems.stream().map(Problem::line).distinct().count();
        message.say(FormMessage.Kind.PROBLEM, words.text("sensors.import.bad", name, rows));
        add(new TableProblems(words, problems));
    }

    void offer(Component changes, Runnable store, Runnable drop) {
        var yes = new Button(words.text("sensors.import.store"), click -> store.run());
        yes.addThemeVariants(ButtonVariant.PRIMARY);
        yes.setDisableOnClick(true);
        var buttons = new Div(yes, new Button(words.text("sensors.import.drop"), click -> drop.run()));
        buttons.addClassName("panel-buttons");
        add(changes, buttons);
    }
}
