package city.cockpit.uikit;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;

/** Narrows a list while somebody types. */
public final class SearchField extends TextField {

    /** The hint in the empty field is its name, too. */
    public SearchField(String hint, Runnable changed) {
        setPlaceholder(hint);
        setAriaLabel(hint);
        setClearButtonVisible(true);
        setValueChangeMode(ValueChangeMode.LAZY);
        addValueChangeListener(change -> changed.run());
        addClassName("search");
    }
}
