package city.cockpit.administration;

import city.cockpit.access.IdentityProvider;
import city.cockpit.access.OwnAccount;
import city.cockpit.access.SignInNotice;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.shared.communication.PushMode;
import com.vaadin.flow.spring.security.AuthenticationContext;

/** Sign-in for city staff: with an account of the cockpit, at the town's identity provider, or on to a forgotten password. */
@Route(value = "login", layout = CockpitLayout.class)
@AnonymousAllowed
final class LoginView extends Main implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    static final String FORGOTTEN = "forgotten";

    private final Wording words;
    private final OwnAccount account;
    private final IdentityProvider provider;
    private final AuthenticationContext visitor;
    private boolean forgotten;

    LoginView(Wordings wordings, OwnAccount account, IdentityProvider provider, AuthenticationContext visitor) {
        words = wordings.ofThisPage();
        this.account = account;
        this.provider = provider;
        this.visitor = visitor;
        addClassName("door");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (visitor.isAuthenticated()) {
            event.forwardTo("cockpit");
            return;
        }
        var asked = event.getLocation().getQueryParameters();
        forgotten = asked.getParameters().containsKey(FORGOTTEN) && account.canSendLinks();
        removeAll();
        add(new H1(getPageTitle()));
        if (forgotten) {
            add(lead("forgotten.lead"), new ForgottenForm(words, account));
            add(new Anchor("login", words.text("forgotten.back")));
        } else askForAccount(asked);
        // Signing in ends the session of this page. Told of that, it would load itself anew before it is led on.
        push(event.getUI(), PushMode.DISABLED);
    }

    /** Whoever goes on without an account sees live pages again. */
    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        push(event.getUI(), PushMode.AUTOMATIC);
    }

    private static void push(UI page, PushMode mode) {
        page.getPushConfiguration().setPushMode(mode);
    }

    private void askForAccount(QueryParameters asked) {
        var message = new FormMessage();
        say(message, asked);
        add(lead("login.hint"), message);
        provider.entrance().ifPresent(this::add);
        add(new SignInForm(words));
        if (account.canSendLinks()) add(new Anchor("login?" + FORGOTTEN, words.text("login.forgotten")));
        else add(lead("login.forgotten.ask"));
    }

    /** Whoever came from a page that only staff may see is told why it did not open, if there is more to say than that. */
    private void say(FormMessage message, QueryParameters asked) {
        var notice = asked.getSingleParameter(SignInNotice.PARAMETER).flatMap(SignInNotice::of);
        var refusal = asked.getSingleParameter(IdentityProvider.REFUSAL).flatMap(IdentityProvider.Refusal::of);
        if (refusal.isPresent())
            message.say(FormMessage.Kind.PROBLEM, words.text(refusal.get().key()));
        else if (notice.isPresent()) message.say(kind(notice.get()), words.text("notice." + notice.get()));
        else if (asked.getParameters().containsKey("error"))
            message.say(FormMessage.Kind.PROBLEM, words.text("notice." + SignInNotice.WRONG));
        else if (EndedSessions.isCause()) message.say(FormMessage.Kind.NOTICE, words.text("notice.SESSION_ENDED"));
    }

    private static FormMessage.Kind kind(SignInNotice notice) {
        return switch (notice) {
            case WRONG, TOO_MANY_TRIES, UNAVAILABLE, LOCKED -> FormMessage.Kind.PROBLEM;
            case SESSION_ENDED -> FormMessage.Kind.NOTICE;
            case SIGNED_OUT, PASSWORD_CHOSEN -> FormMessage.Kind.DONE;
        };
    }

    private void add(IdentityProvider.Entrance entrance) {
        var way = new Anchor(entrance.path(), words.text("login.provider", entrance.name()));
        way.setRouterIgnore(true);
        way.addClassName("send");
        var part = new Div(way);
        part.addClassName("provider");
        if (!entrance.reachable()) {
            var silent = new Paragraph(words.text("login.provider.silent"));
            silent.addClassName("door-note");
            part.add(silent);
        }
        var or = new Paragraph(words.text("login.or"));
        or.addClassName("or");
        add(part, or);
    }

    private Paragraph lead(String key) {
        var lead = new Paragraph(words.text(key));
        lead.addClassName("door-lead");
        return lead;
    }

    @Override
    public String getPageTitle() {
        return words.text(forgotten ? "forgotten.title" : "login.title");
    }
}
