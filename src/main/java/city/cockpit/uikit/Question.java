package city.cockpit.uikit;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.router.BeforeLeaveEvent;

/** Asks before something is lost. What loses nothing has the focus, and Escape does it too. */
public final class Question extends ConfirmDialog {

    private Question(String title, String text, String keep, String lose) {
        setHeader(title);
        setText(text);
        setConfirmText(keep);
        setRejectable(true);
        setRejectText(lose);
    }

    /** Before a page is left on which something was typed and not saved. */
    public static void askBeforeLeaving(BeforeLeaveEvent event, Wording words) {
        askBeforeLeaving(event, words, () -> {});
    }

    /**
     * The same.
     *
     * @param lost called when the page is left nevertheless
     */
    public static void askBeforeLeaving(BeforeLeaveEvent event, Wording words, Runnable lost) {
        var leave = event.postpone();
        ask(
                words.text("setup.leave.title"),
                words.text("setup.leave.text"),
                words.text("setup.leave.stay"),
                words.text("setup.leave.go"),
                leave::cancel,
                () -> {
                    lost.run();
                    leave.proceed();
                });
    }

    public static void ask(String title, String text, String keep, String lose, Runnable lost) {
        ask(title, text, keep, lose, () -> {}, lost);
    }

    public static void ask(String title, String text, String keep, String lose, Runnable kept, Runnable lost) {
        var question = new Question(title, text, keep, lose);
        question.addConfirmListener(chosen -> kept.run());
        question.addCancelListener(escaped -> kept.run());
        question.addRejectListener(chosen -> lost.run());
        question.open();
    }
}
