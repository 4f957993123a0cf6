package city.cockpit.uikit;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;

/** Switches a figure between chart, table and sentences, where its form stands in no address. */
public final class CourseForms extends Nav {

    public CourseForms(Wording words, CourseFigure figure) {
        addClassName("ranges");
        setAriaLabel(words.text("explorer.form"));
        for (var form : CourseForm.values()) {
            var button = new NativeButton(words.text("explorer.form." + form));
            button.getElement().setAttribute("aria-pressed", String.valueOf(form == CourseForm.CHART));
            button.addClickListener(click -> {
                figure.be(form);
                getChildren()
                        .forEach(other ->
                                other.getElement().setAttribute("aria-pressed", String.valueOf(other.equals(button))));
            });
            add(button);
        }
    }
}
