package city.cockpit.uikit;

import com.vaadin.flow.component.html.Paragraph;

/** What became of a form, in one sentence that is read aloud when it changes. */
public final class FormMessage extends Paragraph {

    public enum Kind {
        /** How it stands; nothing has become of the form yet. */
        HINT,
        DONE,
        NOTICE,
        PROBLEM
    }

    public FormMessage() {
        addClassName("form-message");
        getElement().setAttribute("role", "status");
        clear();
    }

    public void say(Kind kind, String text) {
        setText(text);
        setVisible(true);
        getElement().setAttribute("data-kind", kind.name());
        getElement().setAttribute("role", kind == Kind.PROBLEM ? "alert" : "status");
    }

    public void clear() {
        setText("");
        setVisible(false);
    }
}
