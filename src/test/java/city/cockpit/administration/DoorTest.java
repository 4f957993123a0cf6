package city.cockpit.administration;

import city.cockpit.access.InMemoryOwnAccount;
import city.cockpit.access.Role;
import city.cockpit.preview.ScreenTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A visitor at the doors of the cockpit; the only one known is Anna, the administrator, unless a test adds others. */
abstract class DoorTest extends ScreenTest {

    @Autowired
    InMemoryOwnAccount accounts;

    @BeforeEach
    @AfterEach
    void onlyAnna() {
        accounts.clear();
        accounts.add("admin", "Anna Karst", "admin", false, Role.values());
    }

    PasswordField password(String label) {
        return find(PasswordField.class, field -> label.equals(field.getLabel()));
    }

    /** As the browser does it on Enter or a click on the button. */
    void send() {
        var form = find(Form.class, any -> true).getElement();
        form.getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(form, "submit", JacksonUtils.createObjectNode()));
    }

    <C extends Component> C find(Class<C> type, Predicate<? super C> wanted) {
        return findAll(type).filter(wanted).findFirst().orElseThrow();
    }

    <C extends Component> Stream<C> findAll(Class<C> type) {
        return all(UI.getCurrent()).filter(type::isInstance).map(type::cast);
    }

    private static Stream<Component> all(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(DoorTest::all));
    }
}
