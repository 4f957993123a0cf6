package city.cockpit.planning;

import city.cockpit.strategy.progress.Reckoning;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;

/** "How is this computed?": the rule in words, what went into it, and which version of the rules that is. */
final class HowComputed extends NativeDetails {

    private final Wording words;
    private final DescriptionList inputs = new DescriptionList();

    HowComputed(Wording words, Reckoning reckoning) {
        this.words = words;
        var plan = new PlanWords(words);
        addClassName("plan-how");
        setSummaryText(words.text("planning.how"));
        for (var input : reckoning.inputs()) say(words.text(input.name().text()), plan.input(input));
        setContent(new Div(new Paragraph(words.text(reckoning.rule().text())), inputs));
    }

    /** Another line about where the figure comes from. */
    HowComputed say(String name, String value) {
        inputs.add(new DescriptionList.Term(name), new DescriptionList.Description(value));
        return this;
    }

    /** The version of the rule that the value was computed by. */
    HowComputed version(int version) {
        return say(words.text("planning.rule-version"), Integer.toString(version));
    }
}
