package city.cockpit.citizens;

import city.cockpit.town.SavedTown;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.LiveTown;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;

/**
 * The statement on accessibility, in the words of the town, and below it whatever the town wrote: how to tell it of a
 * barrier, the same in easy and in sign language, and what has been tried.
 */
@Route(value = AccessibilityView.PATH, layout = CockpitLayout.class)
@AnonymousAllowed
final class AccessibilityView extends Main implements HasDynamicTitle {

    static final String PATH = "accessibility";

    private final Wording words;
    private final Div text = new Div();
    private final Section feedback = new Section();

    AccessibilityView(Wordings wordings, LiveTown town, SignLanguage signLanguage, AuthenticationContext visitor) {
        words = wordings.ofThisPage();
        addClassName("statement");
        text.addClassName("statement-text");
        add(new H1(words.text("accessibility.title")), text, feedback, easy());
        add(new SignLanguageSection(signLanguage, visitor, words), tried());
        town.follow(this, this::show);
    }

    private void show(SavedTown town) {
        var profile = town.profile();
        var statement = profile.texts().accessibility();
        text.removeAll();
        if (statement.isEmpty()) text.add(new Paragraph(words.text("accessibility.empty")));
        else text.add(TypedText.of(statement));
        feedback.removeAll();
        feedback.add(
                new H2(words.text("accessibility.feedback")),
                new Paragraph(words.text("accessibility.feedback.why")),
                new Paragraph(new Anchor(ReportView.ABOUT_A_BARRIER, words.text("report.barrier.title"))));
        feedback.add(ContactLines.of(profile.contact(), words));
    }

    private Section easy() {
        return new Section(
                new H2(words.text("accessibility.easy")),
                new Paragraph(new Anchor(EasyLanguageView.PATH, words.text("easy.title"))),
                new Paragraph(new Anchor(PlainView.PATH, words.text("plain.link"))));
    }

    private Section tried() {
        var section = new Section(new H2(words.text("accessibility.tried")));
        section.add(TypedText.of(words.text("accessibility.tried.text")));
        return section;
    }

    @Override
    public String getPageTitle() {
        return words.text("accessibility.title");
    }
}
