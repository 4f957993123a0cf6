package city.cockpit.citizens;

import city.cockpit.town.SavedTown;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.LiveTown;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** What becomes of data about people who look, in the words of the town; until it has some, what the cockpit itself does. */
@Route(value = PrivacyView.PATH, layout = CockpitLayout.class)
@AnonymousAllowed
final class PrivacyView extends Main implements HasDynamicTitle {

    static final String PATH = "privacy";

    private final Wording words;
    private final Div parts = new Div();

    PrivacyView(Wordings wordings, LiveTown town) {
        words = wordings.ofThisPage();
        addClassName("statement");
        parts.addClassName("statement-text");
        add(new H1(words.text("town.privacy")), parts);
        town.follow(this, this::show);
    }

    private void show(SavedTown town) {
        var text = town.profile().texts().privacy();
        parts.removeAll();
        if (text.isEmpty()) parts.add(new Paragraph(words.text("privacy.empty")));
        parts.add(TypedText.of(text.isEmpty() ? words.text("privacy.cockpit") : text));
        if (text.isEmpty()) parts.add(ContactLines.of(town.profile().contact(), words));
    }

    @Override
    public String getPageTitle() {
        return words.text("town.privacy");
    }
}
