package city.cockpit.citizens;

import city.cockpit.town.Contact;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;

/** Where the town is reached: office, telephone, e-mail, as far as it has said so. */
final class ContactLines {

    private ContactLines() {}

    static List<Component> of(Contact contact, Wording words) {
        var lines = new ArrayList<Component>();
        if (!contact.office().isEmpty()) lines.add(TypedText.lines(contact.office()));
        if (!contact.phone().isEmpty()) {
            var number = contact.phone().replaceAll("[^0-9+]", "");
            lines.add(line(words.text("imprint.phone"), new Anchor("tel:" + number, contact.phone())));
        }
        if (!contact.email().isEmpty())
            lines.add(line(words.text("imprint.email"), new Anchor("mailto:" + contact.email(), contact.email())));
        return lines;
    }

    private static Paragraph line(String name, Anchor way) {
        return new Paragraph(new Text(name + " "), way);
    }
}
