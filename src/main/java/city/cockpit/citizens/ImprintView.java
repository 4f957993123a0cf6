package city.cockpit.citizens;

import city.cockpit.town.DataLicence;
import city.cockpit.town.SavedTown;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.LiveTown;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;

/** Who answers for this page, and under which terms others may use the readings. Texts are shown as they were typed. */
@Route(value = ImprintView.PATH, layout = CockpitLayout.class)
@AnonymousAllowed
final class ImprintView extends Main implements HasDynamicTitle {

    static final String PATH = "imprint";

    private final Wording words;
    private final Div parts = new Div();

    ImprintView(Wordings wordings, LiveTown town) {
        words = wordings.ofThisPage();
        addClassName("statement");
        parts.addClassName("statement-parts");
        add(new H1(words.text("imprint.title")), parts);
        town.follow(this, this::show);
    }

    private void show(SavedTown town) {
        var profile = town.profile();
        parts.removeAll();
        parts.add(
                sender(profile.name(), profile.armsDescription(), profile.arms().path()));
        if (!profile.contact().isEmpty()) section("contact", "town.contact", ContactLines.of(profile.contact(), words));
        if (!profile.texts().imprint().isEmpty())
            section("imprint", "town.imprint", TypedText.of(profile.texts().imprint()));
        section("licence", "town.licence", List.of(licence(profile.licence())));
        if (profile.texts().imprint().isEmpty() && profile.contact().isEmpty())
            parts.add(new Paragraph(words.text("imprint.empty")));
    }

    private Component sender(String name, String description, String path) {
        var arms = new Image(path, description.isEmpty() ? words.text("imprint.arms", name) : description);
        arms.addClassName("imprint-arms");
        var sender = new Div(arms, new Paragraph(name));
        sender.addClassName("sender");
        return sender;
    }

    private Paragraph licence(DataLicence licence) {
        return licence.address()
                .map(address -> new Paragraph(
                        new Text(words.text("imprint.licence") + " "), new Anchor(address.toString(), licence.title())))
                .orElseGet(() -> new Paragraph(words.text("imprint.licence.NONE")));
    }

    private void section(String id, String heading, List<Component> content) {
        var section = new Section(new H2(words.text(heading)));
        section.setId(id);
        section.add(content);
        parts.add(section);
    }

    @Override
    public String getPageTitle() {
        return words.text("imprint.title");
    }
}
