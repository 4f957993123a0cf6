package city.cockpit.administration;

import city.cockpit.access.OwnAccount;
import city.cockpit.access.OwnAccount.LinkOwner;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * The end of a one-time link, where an invited person or one who forgot the password chooses a password. The secret
 * stands behind the # of the address, which no server and no log gets to see; the page takes it from there and clears the
 * address.
 */
@Route(value = "link", layout = CockpitLayout.class)
@AnonymousAllowed
final class LinkView extends Main implements HasDynamicTitle {

    private static final Logger log = LoggerFactory.getLogger(LinkView.class);

    /** Longer ones are no secrets of ours. */
    private static final int LONGEST_SECRET = 200;

    private final Wording words;
    private final OwnAccount account;
    private final InstantSource clock;
    private Optional<LinkOwner> owner = Optional.empty();

    LinkView(Wordings wordings, OwnAccount account, InstantSource clock) {
        this.words = wordings.ofThisPage();
        this.account = account;
        this.clock = clock;
        addClassName("door");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        add(new H1(getPageTitle()), lead(words.text("link.looking")));
        getElement().executeJs("""
                        // Whoever opens another link in this window is asked for that one.
                        window.addEventListener('hashchange', () => location.reload(), { once: true });
                        return location.hash.slice(1, 202);""").then(String.class, this::open);
    }

    /** The secret stays with the session while the page is loaded anew, for instance in the other language. */
    void open(String fromAddress) {
        clearAddress();
        if (!fromAddress.isEmpty())
            VaadinSession.getCurrent().setAttribute(OpenedLink.class, new OpenedLink(fromAddress));
        var opened = Optional.ofNullable(VaadinSession.getCurrent().getAttribute(OpenedLink.class));
        try {
            owner = opened.map(OpenedLink::secret)
                    .filter(secret -> secret.length() <= LONGEST_SECRET)
                    .flatMap(account::findLink);
            show(opened);
        } catch (DataAccessException e) {
            log.warn("A one-time link could not be looked up", e);
            removeAll();
            add(new H1(getPageTitle()), lead(words.text("link.unavailable")));
        }
    }

    /** Not before the server has answered: until then the router of the browser writes the address it began with. */
    private void clearAddress() {
        getElement()
                .executeJs(
                        "if (location.hash) history.replaceState(history.state, '', location.pathname + location.search)");
    }

    private void show(Optional<OpenedLink> opened) {
        removeAll();
        add(new H1(getPageTitle()));
        getUI().ifPresent(ui -> ui.getPage().setTitle(getPageTitle()));
        if (owner.isPresent() && opened.isPresent()) {
            add(lead(greeting(owner.get())));
            add(new LinkForm(words, account, owner.get(), opened.get().secret(), this::isVoid));
        } else isVoid();
    }

    private String greeting(LinkOwner person) {
        var until = words.formats().minute(person.expiresAt(), clock.instant());
        return words.text(person.invitation() ? "link.invitation.lead" : "link.reset.lead", person.name(), until);
    }

    private void isVoid() {
        VaadinSession.getCurrent().setAttribute(OpenedLink.class, null);
        owner = Optional.empty();
        removeAll();
        getUI().ifPresent(ui -> ui.getPage().setTitle(words.text("link.void")));
        add(new H1(words.text("link.void")), lead(words.text("link.void.advice")));
        if (account.canSendLinks()) add(new Anchor("login?" + LoginView.FORGOTTEN, words.text("link.void.again")));
        else add(new Anchor("login", words.text("login.title")));
    }

    private Paragraph lead(String text) {
        var lead = new Paragraph(text);
        lead.addClassName("door-lead");
        return lead;
    }

    @Override
    public String getPageTitle() {
        return owner.filter(LinkOwner::invitation)
                .map(person -> person.fullName().isBlank()
                        ? words.text("link.invitation.nameless")
                        : words.text("link.invitation", person.fullName()))
                .orElseGet(() -> words.text("link.reset"));
    }
}
