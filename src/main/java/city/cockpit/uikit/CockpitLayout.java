package city.cockpit.uikit;

import city.cockpit.access.Role;
import city.cockpit.live.CityPicture;
import city.cockpit.town.SavedTown;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The frame around every page: the town's name, the ways to go, language, colours, and the pulse of the city below. */
@AnonymousAllowed
public final class CockpitLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private final Wording words;
    private final Div content = new Div();
    private final Nav navigation = new Nav();
    private final Div menu = new Div();
    private final Map<String, Anchor> ways = new LinkedHashMap<>();
    private Optional<Anchor> administration = Optional.empty();
    private final Span simulation = new Span();
    private final Span pulse = new Span();
    private final Text pulseText = new Text("");
    private final CatchUpLine catchUp;
    private final AuthenticationContext visitor;
    private final TownBrand brand;
    private final TownLinks links;
    private final Connection connection;
    private final Aside setUpHint = new Aside();
    private Optional<SavedTown> shown = Optional.empty();
    private @Nullable FramePulse beating;
    private String here = "";

    CockpitLayout(Wordings wordings, InstantSource clock, AuthenticationContext visitor, LiveTown town) {
        this.words = wordings.ofThisPage();
        this.catchUp = new CatchUpLine(words);
        this.visitor = visitor;
        this.brand = new TownBrand(words.text("frame.product"));
        this.links = new TownLinks(words, isAdministrator());
        this.connection = new Connection(words, clock.instant(), visitor.isAuthenticated());
        addClassName("frame");
        content.addClassName("frame-content");
        content.setId("content");
        setUpHint.addClassName("set-up-hint");
        setUpHint.getElement().setAttribute("aria-label", words.text("town.hint.way"));
        setUpHint.add(new Span(words.text("town.hint") + " "), new Anchor("setup", words.text("town.hint.way")));
        add(skipLink(), header(), connection, setUpHint, content, footer());
        town.follow(this, this::show);
    }

    @Override
    public void showRouterLayoutContent(HasElement page) {
        content.getElement().removeAllChildren();
        content.getElement().appendChild(page.getElement());
        if (!(page instanceof RouterLayout)) page.getElement().setAttribute("tabindex", "-1");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        here = event.getLocation().getFirstSegment();
        shown.ifPresent(this::hint);
        ways.forEach((path, way) -> {
            if (path.equals(here)) way.getElement().setAttribute("aria-current", "page");
            else way.getElement().removeAttribute("aria-current");
        });
        administration.ifPresent(way -> {
            if (AdministrationLayout.holds(AdministrationLayout.placeOf(event)))
                way.getElement().setAttribute("aria-current", "true");
            else way.getElement().removeAttribute("aria-current");
        });
        menu.getElement().executeJs("this.hidePopover()");
    }

    /** Called by the one effect of the page, see {@link LivePicture}. */
    void show(CityPicture picture, PerPicture<FramePulse> pulses) {
        catchUp.show(picture);
        var next = pulses.of(picture, words);
        if (next.equals(beating)) return;
        simulation.setVisible(next.isSimulated());
        pulse.setVisible(next.isKnown());
        pulse.getElement().setAttribute("data-live", String.valueOf(next.isAlive()));
        pulseText.setText(next.text());
        beating = next;
    }

    /** What the first response of the page does not hold already is changed on the page that is open. */
    private void show(SavedTown town) {
        brand.show(town);
        links.show(town);
        connection.zone(words.formats().zone());
        hint(town);
        if (shown.isPresent() && !shown.get().equals(town)) redraw(town);
        shown = Optional.of(town);
    }

    private void redraw(SavedTown town) {
        var profile = town.profile();
        getElement()
                .executeJs(
                        """
                        const root = document.documentElement.style;
                        root.setProperty('--town-accent-light', $0);
                        root.setProperty('--town-accent-dark', $1);
                        const icon = document.querySelector('link[rel=icon]');
                        if (icon) { icon.type = $2; icon.href = $3; }""",
                        profile.accent().light().value(),
                        profile.accent().dark().value(),
                        profile.arms().type().mediaType(),
                        profile.arms().path());
        getUI().ifPresent(ui -> {
            if (ui.getCurrentView() instanceof HasDynamicTitle page)
                ui.getPage().setTitle(page.getPageTitle());
        });
    }

    private void hint(SavedTown town) {
        setUpHint.setVisible(isAdministrator() && !town.isSetUp() && !here.equals("setup"));
    }

    private boolean isAdministrator() {
        return visitor.hasRole(Role.Name.ADMINISTRATOR);
    }

    private Anchor skipLink() {
        var link = new Anchor("#content", words.text("frame.skip"));
        link.addClassName("skip");
        link.setRouterIgnore(true);
        link.getElement()
                .executeJs("this.addEventListener('click', event => {"
                        + " event.preventDefault(); document.querySelector('main')?.focus(); })");
        return link;
    }

    private Header header() {
        simulation.addClassName("simulation");
        simulation.setText(words.text("frame.simulation"));
        simulation.getElement().setAttribute("title", words.text("frame.simulation.why"));
        simulation.setVisible(false);
        navigation.setAriaLabel(words.text("frame.navigation"));
        addWays();
        var badges = new Div(simulation, new TownClock(words));
        badges.addClassName("badges");
        var tools = new Div(languageSwitch(), colorSwitch());
        tools.addClassName("tools");
        visitor.getPrincipalName().ifPresent(name -> tools.add(new AccountMenu(words, visitor, name)));
        menu.add(navigation, tools);
        var header = new Header(brand, menuButton(), menu, badges);
        header.addClassName("top");
        return header;
    }

    /** On a narrow screen the ways and tools are behind one button; the browser itself opens and closes them. */
    private NativeButton menuButton() {
        menu.setId("menu");
        menu.addClassName("menu");
        menu.getElement().setAttribute("popover", "auto");
        var button = new NativeButton();
        button.addClassName("menu-button");
        button.setAriaLabel(words.text("frame.menu"));
        button.getElement().setAttribute("popovertarget", "menu");
        return button;
    }

    /** The pages that this visitor may see. */
    private void addWays() {
        Ways.ofThisVisitor().stream()
                .filter(entry -> !AdministrationLayout.holds(entry))
                .forEach(entry -> {
                    var path = Ways.path(entry);
                    var way = new Anchor(path, words.text(entry.title()));
                    ways.put(path, way);
                    navigation.add(way);
                });
        administration = AdministrationLayout.way(words);
        administration.ifPresent(navigation::add);
        // Whoever has to choose a password first would only be led back to it.
        navigation.setVisible(navigation.getComponentCount() > 1 && !visitor.hasRole(Role.Name.PASSWORD_TO_CHANGE));
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
            var page = UI.getCurrentOrThrow().getPage();
            page.setColorScheme(next.scheme());
            page.executeJs(
                    "document.documentElement.toggleAttribute('data-contrast', $0)", next == ColorChoice.CONTRAST);
            say(button, next);
        });
        return button;
    }

    private void say(NativeButton button, ColorChoice choice) {
        button.getElement().setAttribute("data-colors", choice.name());
        var what = new Span(words.text("frame.colors") + " ");
        what.addClassName("sr-only");
        var name = new Span(words.text("colors." + choice));
        name.addClassName("tool-name");
        button.removeAll();
        button.add(what, name);
        button.getElement().setAttribute("title", words.text("colors.switch", words.text("colors." + choice.next())));
    }

    private Paragraph staffEntrance() {
        var entrance = new Paragraph(new Anchor("login", words.text("frame.sign-in")));
        entrance.addClassName("entrance");
        return entrance;
    }

    private Footer footer() {
        var dot = new Span();
        dot.addClassName("dot");
        dot.getElement().setAttribute("aria-hidden", "true");
        pulse.addClassName("pulse");
        pulse.add(dot, pulseText);
        pulse.setVisible(false);
        var footer = new Footer(pulse, catchUp, links);
        if (!visitor.isAuthenticated()) footer.add(staffEntrance());
        footer.addClassName("bottom");
        return footer;
    }
}
