package city.cockpit.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.BindingValidationStatus;
import java.util.List;

/** What is wrong in a form as a whole; beside each field it stands anyway. */
final class WrongFields {

    private WrongFields() {}

    /** The labels of the fields that are wrong. The first of them comes into sight and gets the focus. */
    static List<String> of(Binder<?> binder) {
        var wrong = binder.validate().getFieldValidationErrors();
        wrong.stream()
                .map(BindingValidationStatus::getField)
                .filter(Focusable.class::isInstance)
                .findFirst()
                .ifPresent(field -> {
                    ((Focusable<?>) field).focus();
                    ((Component) field).scrollIntoView();
                });
        return wrong.stream()
                .map(status -> ((HasLabel) status.getField()).getLabel())
                .toList();
    }
}
