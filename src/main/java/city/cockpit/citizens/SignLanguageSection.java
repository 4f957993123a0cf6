package city.cockpit.citizens;

import city.cockpit.access.Role;
import city.cockpit.citizens.SignLanguage.Film;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Locale;

/** The film in sign language on a page. While there is none, citizens see nothing of it and administrators where it goes. */
final class SignLanguageSection extends Section {

    SignLanguageSection(SignLanguage signLanguage, AuthenticationContext visitor, Wording words) {
        super(new H2(words.text("sign.title")));
        addClassName("sign-language");
        var found = signLanguage.find();
        setVisible(found.isPresent() || visitor.hasRole(Role.Name.ADMINISTRATOR));
        add(found.<Component>map(film -> new Video(film, words))
                .orElseGet(() -> new Paragraph(
                        words.text("sign.missing", signLanguage.wanted().toString()))));
    }

    /** Nothing of it is fetched before somebody plays it but its length and first picture. */
    @Tag("video")
    private static final class Video extends Component {

        Video(Film film, Wording words) {
            getElement()
                    .setAttribute("controls", true)
                    .setAttribute("playsinline", true)
                    .setAttribute("preload", "metadata")
                    .setAttribute("aria-label", words.text("sign.title"))
                    .setAttribute("src", film.film().address());
            film.captions()
                    .ifPresent(captions -> getElement()
                            .appendChild(new Element("track")
                                    .setAttribute("kind", "captions")
                                    .setAttribute("srclang", Locale.GERMAN.getLanguage())
                                    .setAttribute("label", words.text("sign.captions"))
                                    .setAttribute("src", captions.address())));
        }
    }
}
