package city.cockpit.uikit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

/** A secret that nobody can show again, with a button that copies it. It leaves the page with this part of it. */
public final class ShownOnce extends Section {

    private final Wording words;
    private final Code secret;
    private final H3 heading;
    private final Button copy;
    private final Span copied = new Span();

    public ShownOnce(Wording words, String title, String explanation, String text, Runnable done) {
        this.words = words;
        heading = new H3(title);
        heading.getElement().setAttribute("tabindex", "-1");
        secret = new Code(text);
        secret.getElement().setAttribute("tabindex", "0");
        copy = new Button(words.text("once.copy"));
        copy.addThemeVariants(ButtonVariant.PRIMARY);
        copied.getElement().setAttribute("role", "status");
        var buttons = new Div(copy, new Button(words.text("once.done"), click -> done.run()), copied);
        buttons.addClassName("panel-buttons");
        addClassName("once");
        add(heading, secret, buttons, new Paragraph(explanation));
    }

    /** Replaces what is shown, e.g. by the whole address of a path. */
    public void show(String text) {
        secret.setText(text);
    }

    public void hint(String text) {
        add(new Paragraph(text));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        heading.getElement().executeJs("this.focus()");
        CopyButton.copies(copy, secret, copied, words);
    }
}
