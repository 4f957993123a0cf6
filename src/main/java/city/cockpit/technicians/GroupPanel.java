package city.cockpit.technicians;

import city.cockpit.ingest.kept.KeptMessage;
import city.cockpit.ingest.kept.RefusalGroup;
import city.cockpit.ingest.kept.RejectedMessages.Selection;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** One group of refused messages: what it is about, its newest message, and what can be done. */
final class GroupPanel extends Section {

    private final Wording words;
    private final Paragraph counts = new Paragraph();
    private final Button again;
    private final Button remove;
    private final Div sample = new Div();
    private final Consumer<Selection> run;

    GroupPanel(Wording words, RefusalGroup group, Consumer<Selection> run, Runnable delete) {
        this.words = words;
        this.run = run;
        var reason = new Paragraph(
                words.findText("reason." + group.reason() + ".mend").orElse(""));
        reason.addClassName("panel-note");
        counts.addClassName("panel-about");
        again = new Button(words.text("rejected.run.group"), click -> run.accept(new Selection.Group(group.id())));
        again.addThemeVariants(ButtonVariant.PRIMARY);
        remove = new Button(words.text("rejected.delete.group") + " …", click -> delete.run());
        var buttons = new Div(again, remove);
        buttons.addClassName("panel-buttons");
        var head = new Div(new H2(words.text("reason." + group.reason())), counts);
        head.addClassName("panel-head");
        sample.addClassName("panel-part");
        addClassNames("panel", "panel-form");
        getElement().setAttribute("aria-label", words.text("reason." + group.reason()));
        add(head, reason, buttons, sample);
    }

    void show(RefusalGroup group, Instant now) {
        counts.setText(words.text(
                "rejected.counts",
                group.messages(),
                words.formats().count(group.kept()),
                words.formats().minute(group.firstAt(), now),
                words.formats().minute(group.lastAt(), now)));
        again.setEnabled(group.kept() > 0);
    }

    void show(Optional<KeptMessage> newest, Instant now) {
        sample.removeAll();
        sample.add(new H3(words.text("rejected.sample")));
        newest.ifPresentOrElse(
                message -> {
                    var detail = new Paragraph(RefusalDetail.of(words, message.detail()));
                    var once = new Button(
                            words.text("rejected.run.one"), click -> run.accept(new Selection.One(message.id())));
                    sample.add(detail, new MessageSheet(words, message, now), once);
                },
                () -> sample.add(new Paragraph(words.text("rejected.sample.none"))));
    }
}
