package city.cockpit.uikit;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Language and colours that a reader chose, and the colours of the town. The browser remembers the choice in cookies, so the
 * server draws the first page as wanted and nothing flickers.
 */
@Component
class Preferences implements VaadinServiceInitListener {

    private static final String LANGUAGE = "cockpit-language";
    private static final String COLORS = "cockpit-colors";

    private final LiveTown town;

    Preferences(LiveTown town) {
        this.town = town;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addSessionInitListener(init -> language(init.getRequest()).ifPresent(init.getSession()::setLocale));
        event.addIndexHtmlRequestListener(this::draw);
    }

    static ColorChoice colors(VaadinRequest request) {
        return ColorChoice.named(cookie(request, COLORS).orElse(""));
    }

    static void remember(ColorChoice choice) {
        remember(COLORS, choice.name());
    }

    /** The page has to be loaded anew to appear in the other language. */
    static void remember(Locale language) {
        VaadinSession.getCurrent().setLocale(language);
        remember(LANGUAGE, language.getLanguage());
    }

    private static Optional<Locale> language(VaadinRequest request) {
        return cookie(request, LANGUAGE).map(Locale::forLanguageTag).map(Languages::closest);
    }

    private void draw(IndexHtmlResponse response) {
        var html = response.getDocument().getElementsByTag("html");
        var colors = colors(response.getVaadinRequest());
        var scheme = colors.scheme();
        html.attr(
                "lang",
                Languages.closest(VaadinSession.getCurrent().getLocale()).getLanguage());
        html.attr("theme", scheme.getThemeValue());
        if (colors == ColorChoice.CONTRAST) html.attr("data-contrast", "");
        response.getDocument()
                .head()
                .appendElement("link")
                .attr("rel", "icon")
                .attr("type", town.now().profile().arms().type().mediaType())
                .attr("href", town.now().profile().arms().path());
        html.attr("style", "color-scheme: " + scheme.getValue() + "; " + town.style());
    }

    private static Optional<String> cookie(VaadinRequest request, String name) {
        return cookies(request)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    private static Stream<Cookie> cookies(VaadinRequest request) {
        Cookie @Nullable [] cookies = request.getCookies();
        return cookies == null ? Stream.empty() : Arrays.stream(cookies);
    }

    private static void remember(String name, String value) {
        VaadinResponse response = VaadinService.getCurrentResponse();
        var cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
