package city.cockpit.uikit;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.springframework.stereotype.Component;

/** The languages of the cockpit, German first: who asks for neither gets German. */
@Component
public class Languages implements I18NProvider {

    /** In the order in which they are offered. */
    static final List<Locale> OFFERED = List.of(Locale.GERMAN, Locale.ENGLISH);

    private static final String BUNDLE = "city.cockpit.uikit.messages";

    /** The offered language that is the same as or stands for the wanted one. */
    static Locale closest(Locale wanted) {
        return OFFERED.stream()
                .filter(offered -> offered.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(Locale.GERMAN);
    }

    static ResourceBundle bundle(Locale offered) {
        return ResourceBundle.getBundle(BUNDLE, offered, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return OFFERED;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... values) {
        return new Wording(locale, java.time.ZoneOffset.UTC).text(key, values);
    }
}
