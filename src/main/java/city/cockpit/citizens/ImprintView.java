package city.cockpit.citizens;

import city.cockpit.town.Contact;
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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who answers for this page, and under which terms others may use the readings. Texts are shown as they were typed. */
@Route(value = "imprint", layout = CockpitLayout.class)
@AnonymousAllowed
final class ImprintView extends Main implements HasDynamicTitle {

    private static final Pattern ADDRESS = Pattern.compile("https://[^\\s<>\"]*[^\\s<>\".,;:!?)]");

    private final Wording words;
    private final Div parts = new Div();

    ImprintView(Wordings wordings, LiveTown town) {
        words = wordings.ofThisPage();
        addClassName("imprint");
        parts.addClassName("imprint-parts");
        add(new H1(words.text("imprint.title")), parts);
        town.follow(this, this::show);
    }

    private void show(SavedTown town) {
        var profile = town.profile();
        parts.removeAll();
        parts.add(
                sender(profile.name(), profile.armsDescription(), profile.arms().path()));
        contact(profile.contact());
        text("imprint", "town.imprint", profile.texts().imprint());
        text("privacy", "town.privacy", profile.texts().privacy());
        text("accessibility", "town.accessibility", profile.texts().accessibility());
        licence(profile.licence());
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

    private void contact(Contact contact) {
        if (contact.isEmpty()) return;
        var section = section("contact", "town.contact");
        if (!contact.office().isEmpty()) section.add(lines(contact.office()));
        if (!contact.phone().isEmpty()) section.add(line("imprint.phone", phone(contact.phone())));
        if (!contact.email().isEmpty())
            section.add(line("imprint.email", new Anchor("mailto:" + contact.email(), contact.email())));
    }

    private Paragraph line(String name, Anchor way) {
        return new Paragraph(new Text(words.text(name) + " "), way);
    }

    private static Anchor phone(String number) {
        return new Anchor("tel:" + number.replaceAll("[^0-9+]", ""), number);
    }

    private void text(String id, String heading, String text) {
        if (text.isEmpty()) return;
        var section = section(id, heading);
        Stream.of(text.split("\n\\s*\n")).map(ImprintView::lines).forEach(section::add);
    }

    private void licence(DataLicence licence) {
        var section = section("licence", "town.licence");
        licence.address()
                .ifPresentOrElse(
                        address ->
                                section.add(line("imprint.licence", new Anchor(address.toString(), licence.title()))),
                        () -> section.add(new Paragraph(words.text("imprint.licence.NONE"))));
    }

    /** The lines as text, addresses on the net as links. */
    private static Paragraph lines(String text) {
        var paragraph = new Paragraph();
        paragraph.addClassName("lines");
        var address = ADDRESS.matcher(text);
        var end = 0;
        while (address.find()) {
            paragraph.add(text.substring(end, address.start()));
            paragraph.add(new Anchor(address.group(), address.group()));
            end = address.end();
        }
        paragraph.add(text.substring(end));
        return paragraph;
    }

    private Section section(String id, String heading) {
        var section = new Section(new H2(words.text(heading)));
        section.setId(id);
        parts.add(section);
        return section;
    }

    @Override
    public String getPageTitle() {
        return words.text("imprint.title");
    }
}
