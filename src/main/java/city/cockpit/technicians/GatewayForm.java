package city.cockpit.technicians;

import city.cockpit.registry.rights.Rights.Gateway;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.function.Consumer;

/** A new gateway: what it is called and what it may publish. */
final class GatewayForm extends Section {

    GatewayForm(Wording words, Consumer<Gateway> made) {
        var message = new FormMessage();
        var fields = GatewayFields.ofNew(words);
        var make = new Button(words.text("rights.make"), click -> {
            message.clear();
            fields.findGateway()
                    .ifPresentOrElse(made, () -> message.say(FormMessage.Kind.PROBLEM, words.text("gateways.wrong")));
        });
        make.addThemeVariants(ButtonVariant.PRIMARY);
        var buttons = new Div(make);
        buttons.addClassName("panel-buttons");
        addClassNames("panel", "panel-form");
        getElement().setAttribute("aria-label", words.text("gateways.new"));
        add(new H2(words.text("gateways.new")), message, fields, buttons);
    }
}
