package city.cockpit.citizens;

import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.List;

/**
 * What the cockpit is, by the rules of "Leichte Sprache": one thought a sentence, one sentence a line, long words parted by a
 * hyphen. It says of itself that nobody of its readers has checked it yet.
 */
@Route(value = EasyLanguageView.PATH, layout = CockpitLayout.class)
@AnonymousAllowed
final class EasyLanguageView extends Main implements HasDynamicTitle {

    static final String PATH = "leichte-sprache";

    private static final List<String> PARTS =
            List.of("what", "values", "colours", "limits", "private", "everybody", "help");

    private final Wording words;

    EasyLanguageView(Wordings wordings, SignLanguage signLanguage, AuthenticationContext visitor) {
        words = wordings.ofThisPage();
        addClassName("plain-words");
        var way = new Nav(
                new Anchor("", words.text("nav.overview")), new Anchor(PlainView.PATH, words.text("plain.link")));
        way.addClassName("way");
        way.setAriaLabel(words.text("frame.way"));
        add(way, new H1(words.text("easy.title")), new Paragraph(words.text("easy.unchecked")));
        for (var part : PARTS) {
            var section = new Section(new H2(words.text("easy." + part)));
            words.text("easy." + part + ".text").lines().map(Paragraph::new).forEach(section::add);
            add(section);
        }
        add(new SignLanguageSection(signLanguage, visitor, words));
    }

    @Override
    public String getPageTitle() {
        return words.text("easy.title");
    }
}
