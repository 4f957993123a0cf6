package city.cockpit.administration;

import com.vaadin.flow.component.html.NativeButton;

/** The button of a {@link Form}. */
final class SendButton extends NativeButton {

    SendButton(String text) {
        super(text);
        addClassName("send");
        getElement().setAttribute("type", "submit");
    }
}
