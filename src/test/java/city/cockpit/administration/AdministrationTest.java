package city.cockpit.administration;

import city.cockpit.access.InMemoryPeople;
import city.cockpit.access.InMemorySessions;
import city.cockpit.access.InMemoryTokens;
import city.cockpit.preview.ScreenTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Location;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** An administrator at work; the only person there is, unless a test adds others. */
@WithMockUser(username = "admin", roles = "ADMINISTRATOR")
abstract class AdministrationTest extends ScreenTest {

    @Autowired
    InMemoryPeople people;

    @Autowired
    InMemorySessions sessions;

    @Autowired
    InMemoryTokens tokens;

    @BeforeEach
    @AfterEach
    void onlyTheAdministrator() {
        people.onlyAdministrator("admin");
        sessions.clear();
        tokens.clear();
    }

    void press(String label) {
        find(Button.class, button -> button.getText().equals(label) && isShown(button))
                .click();
    }

    /** Follows a link on the page, as a click does. */
    void follow(String text) {
        var way = find(Anchor.class, anchor -> anchor.getText().equals(text));
        var target = new Location(way.getHref());
        UI.getCurrent().navigate(target.getPath(), target.getQueryParameters());
        settle();
    }

    TextField field(String label) {
        return find(TextField.class, field -> label.equals(field.getLabel()) || label.equals(field.getPlaceholder()));
    }

    @SuppressWarnings("unchecked") // the groups on these pages hold what the test says
    <T> CheckboxGroup<T> choices(String label) {
        return (CheckboxGroup<T>) find(CheckboxGroup.class, group -> label.equals(group.getLabel()));
    }

    ConfirmDialog question() {
        settle();
        return find(ConfirmDialog.class, ConfirmDialog::isOpened);
    }

    /** Does what the question warns of. */
    void goOn() {
        var question = question();
        question.close();
        ComponentUtil.fireEvent(question, new ConfirmDialog.RejectEvent(question, true));
        settle();
    }

    /** Leaves everything as it is. */
    void cancel() {
        var question = question();
        question.close();
        ComponentUtil.fireEvent(question, new ConfirmDialog.ConfirmEvent(question, true));
        settle();
    }

    static <C extends Component> C find(Class<C> type, Predicate<? super C> wanted) {
        return findAll(type).filter(wanted).findFirst().orElseThrow();
    }

    static <C extends Component> Stream<C> findAll(Class<C> type) {
        return all(UI.getCurrent()).filter(type::isInstance).map(type::cast);
    }

    static boolean isShown(Component component) {
        return component.isVisible()
                && component.getParent().map(AdministrationTest::isShown).orElse(true);
    }

    private static Stream<Component> all(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(AdministrationTest::all));
    }
}
