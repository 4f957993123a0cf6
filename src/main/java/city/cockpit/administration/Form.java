package city.cockpit.administration;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;

/** A form of the browser: Enter sends it, and password managers understand it. */
@Tag("form")
class Form extends HtmlContainer {

    Form() {
        addClassName("form");
        // What is wrong is said in the language of the page, not in that of the browser.
        getElement().setAttribute("novalidate", true);
    }

    /** The form stays on the page: what was typed reaches the server as values of the fields. */
    void whenSent(Runnable sent) {
        getElement().addEventListener("submit", event -> sent.run()).preventDefault();
    }
}
