package city.cockpit.uikit;

import city.cockpit.live.CityPicture;
import city.cockpit.live.SeriesState;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The frame around every page: the town's name, the ways to go, language, colours, and the pulse of the city below. */
@AnonymousAllowed
public final class CockpitLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private final Wording words;
    private final Div content = new Div();
    private final Nav navigation = new Nav();
    private final Map<String, Anchor> ways = new LinkedHashMap<>();
    private final Span simulation = new Span();
    private final Span pulse = new Span();
    private final Text pulseText = new Text("");
    private final CatchUpLine catchUp;
    private final AuthenticationContext visitor;

    CockpitLayout(Wordings wordings, InstantSource clock, AuthenticationContext visitor) {
        this.words = wordings.ofThisPage();
        this.catchUp = new CatchUpLine(words);
        this.visitor = visitor;
        addClassName("frame");
        content.addClassName("frame-content");
        add(skipLink(), header(wordings.town().name()), new Connection(words, clock.instant()), content, footer());
    }

    @Override
    public void showRouterLayoutContent(HasElement page) {
        content.getElement().removeAllChildren();
        content.getElement().appendChild(page.getElement());
        page.getElement().setAttribute("tabindex", "-1");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var here = event.getLocation().getFirstSegment();
        ways.forEach((path, way) -> {
            if (path.equals(here)) way.getElement().setAttribute("aria-current", "page");
            else way.getElement().removeAttribute("aria-current");
        });
    }

    /** Called by the one effect of the page, see {@link LivePicture}. */
    void show(CityPicture picture) {
        var states = picture.series().values();
        var current = states.stream().filter(state -> state.state().isCurrent()).count();
        simulation.setVisible(states.stream().anyMatch(CockpitLayout::isShownAndSimulated));
        pulse.setVisible(!states.isEmpty());
        pulse.getElement().setAttribute("data-live", String.valueOf(current > 0));
        catchUp.show(picture);
        pulseText.setText(words.text(
                current > 0 ? "pulse.live" : "pulse.silent",
                words.formats().count(current),
                words.formats().count(states.size())));
    }

    private static boolean isShownAndSimulated(SeriesState state) {
        return state.series().simulated() && state.newest().isPresent();
    }

    private Anchor skipLink() {
        var link = new Anchor("#", words.text("frame.skip"));
        link.addClassName("skip");
        link.setRouterIgnore(true);
        link.getElement()
                .executeJs("this.addEventListener('click', event => {"
                        + " event.preventDefault(); document.querySelector('main')?.focus(); })");
        return link;
    }

    private Header header(String town) {
        simulation.addClassName("simulation");
        simulation.setText(words.text("frame.simulation"));
        simulation.getElement().setAttribute("title", words.text("frame.simulation.why"));
        simulation.setVisible(false);
        navigation.setAriaLabel(words.text("frame.navigation"));
        addWays();
        var badges = new Div(simulation);
        badges.addClassName("badges");
        var tools = new Div(languageSwitch(), colorSwitch(), account());
        tools.addClassName("tools");
        var header = new Header(brand(town), navigation, badges, tools);
        header.addClassName("top");
        return header;
    }

    private Anchor brand(String town) {
        var arms = new Span(town.substring(0, 1));
        arms.addClassName("arms");
        arms.getElement().setAttribute("aria-hidden", "true");
        var name = new Span(town);
        name.addClassName("town");
        var product = new Span(words.text("frame.product"));
        product.addClassName("product");
        var brand = new Anchor("", arms, name, product);
        brand.addClassName("brand");
        return brand;
    }

    /** The pages that this visitor may see. */
    private void addWays() {
        for (var entry : MenuConfiguration.getMenuEntries()) {
            var path = entry.path().replaceFirst("^/", "");
            var way = new Anchor(path, words.text(entry.title()));
            ways.put(path, way);
            navigation.add(way);
        }
        navigation.setVisible(ways.size() > 1);
    }

    private NativeButton languageSwitch() {
        var other = Languages.OFFERED.stream()
                .filter(offered -> !offered.equals(words.locale()))
                .findFirst()
                .orElseThrow();
        var code = other.getLanguage().toUpperCase(Locale.ROOT);
        var button = new NativeButton(code, click -> {
            Preferences.remember(other);
            UI.getCurrentOrThrow().getPage().reload();
        });
        button.addClassName("tool");
        button.setAriaLabel(other.getDisplayLanguage(other) + " (" + code + ")");
        button.getElement().setAttribute("title", other.getDisplayLanguage(other));
        button.getElement().setAttribute("lang", other.getLanguage());
        return button;
    }

    private NativeButton colorSwitch() {
        var button = new NativeButton();
        button.addClassName("tool");
        var request = VaadinRequest.getCurrent();
        say(button, request == null ? ColorChoice.AUTO : Preferences.colors(request));
        button.addClickListener(click -> {
            var next = ColorChoice.valueOf(button.getElement().getAttribute("data-colors"))
                    .next();
            Preferences.remember(next);
            UI.getCurrentOrThrow().getPage().setColorScheme(next.scheme());
            say(button, next);
        });
        return button;
    }

    private void say(NativeButton button, ColorChoice choice) {
        button.getElement().setAttribute("data-colors", choice.name());
        var name = new Span(words.text("colors." + choice));
        name.addClassName("tool-name");
        button.removeAll();
        button.add(name);
        button.getElement().setAttribute("title", words.text("colors.switch", words.text("colors." + choice.next())));
    }

    private Div account() {
        var account = new Div();
        account.addClassName("account");
        visitor.getPrincipalName()
                .ifPresentOrElse(
                        name -> account.add(new Span(name), signOut()),
                        () -> account.add(new Anchor("login", words.text("frame.sign-in"))));
        return account;
    }

    private NativeButton signOut() {
        var button = new NativeButton(words.text("frame.sign-out"), click -> visitor.logout());
        button.addClassName("tool");
        return button;
    }

    private Footer footer() {
        var dot = new Span();
        dot.addClassName("dot");
        dot.getElement().setAttribute("aria-hidden", "true");
        pulse.addClassName("pulse");
        pulse.add(dot, pulseText);
        pulse.setVisible(false);
        var footer = new Footer(pulse, catchUp);
        footer.addClassName("bottom");
        return footer;
    }
}
