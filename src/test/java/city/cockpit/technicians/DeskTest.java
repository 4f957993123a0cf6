package city.cockpit.technicians;

import city.cockpit.preview.ScreenTest;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** A technician without a browser: presses buttons and answers the questions that come of it. */
abstract class DeskTest extends ScreenTest {

    protected final void press(String label) {
        settle();
        find(Button.class).all().stream()
                .filter(button -> label.equals(button.getText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button '%s'".formatted(label)))
                .click();
        settle();
    }

    /** Does what the question warns of. */
    protected final void confirm() {
        settle();
        var question = find(ConfirmDialog.class).single();
        question.close();
        ComponentUtil.fireEvent(question, new ConfirmDialog.RejectEvent(question, true));
        settle();
    }
}
