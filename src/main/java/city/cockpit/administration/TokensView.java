package city.cockpit.administration;

import city.cockpit.access.Role;
import city.cockpit.access.Tokens;
import city.cockpit.access.Tokens.NewToken;
import city.cockpit.access.Tokens.Token;
import city.cockpit.uikit.AdministrationLayout;
import city.cockpit.uikit.Attempt;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.Mark;
import city.cockpit.uikit.Question;
import city.cockpit.uikit.Rows;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The keys with which programs read from the cockpit. */
@Route(value = "tokens", layout = AdministrationLayout.class)
@Menu(title = "nav.tokens", order = 50)
@RolesAllowed(Role.Name.ADMINISTRATOR)
final class TokensView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final QueryParameters NEW = QueryParameters.fromString("new");

    /** Who is told this long before has time to make another one. */
    private static final Duration SOON = Duration.ofDays(14);

    private final Wording words;
    private final Tokens tokens;
    private final InstantSource clock;
    private final String administrator;
    private final FormMessage message = new FormMessage();
    private final Attempt attempt;
    private final Paragraph lead = new Paragraph();
    private final Rows rows;
    private final Paragraph none = new Paragraph();
    private final Aside side = new Aside();

    TokensView(Wordings wordings, Tokens tokens, AuthenticationContext visitor, InstantSource clock) {
        this.words = wordings.ofThisPage();
        this.tokens = tokens;
        this.clock = clock;
        this.administrator = visitor.getPrincipalName().orElseThrow();
        attempt = new Attempt(words, message);
        lead.addClassName("lead");
        lead.setText(words.text("tokens.lead"));
        rows = new Rows(
                words,
                "tokens.name",
                "tokens.scopes",
                "tokens.expires",
                "tokens.last-used",
                "tokens.made-by",
                "rows.actions");
        none.setText(words.text("tokens.none"));
        none.addClassName("rows-note");
        var list = new Div(head(), message, rows, none);
        list.addClassName("beside-list");
        side.addClassName("beside-side");
        addClassName("beside");
        add(list, side);
    }

    private Div head() {
        var make = new Button(
                words.text("tokens.new"), click -> UI.getCurrentOrThrow().navigate("tokens", NEW));
        make.addThemeVariants(ButtonVariant.PRIMARY);
        var head = new Div(new Div(new H1(words.text("tokens.title")), lead), make);
        head.addClassName("figure-head");
        return head;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        message.clear();
        side.removeAll();
        removeClassName("beside-open");
        var making = event.getLocation().getQueryParameters().getParameters().containsKey("new");
        if (listAgain() && making) beside(new TokenPanel(words, clock, this::make, this::listAgain));
        side.setVisible(side.getComponentCount() > 0);
    }

    private void beside(Component panel) {
        var back = new Anchor("tokens", words.text("tokens.back"));
        back.addClassName("beside-back");
        side.add(back, panel);
        addClassName("beside-open");
    }

    private NewToken make(TokenPanel.Wish wish) {
        return tokens.make(wish.name(), wish.scopes(), wish.expiresAt(), administrator);
    }

    private boolean listAgain() {
        return attempt.at(tokens::listTokens, found -> {
            rows.clear();
            var now = clock.instant();
            found.forEach(token -> add(token, now));
            none.setVisible(found.isEmpty());
        });
    }

    private void add(Token token, Instant now) {
        var about = new Div(new Span(token.name()));
        about.addClassName("rows-about");
        var good = token.revokedAt().isEmpty() && token.expiresAt().isAfter(now);
        var row = rows.addRow(
                about,
                new Span(words.list(token.scopes().stream()
                        .sorted()
                        .map(scope -> words.text("scope." + scope))
                        .toList())),
                expiry(token, now),
                new Span(token.lastUsedAt()
                        .map(at -> words.formats().minute(at, now))
                        .orElse(words.text("tokens.never"))),
                new Span(token.madeBy()),
                good ? revoke(token) : new Span());
        if (!good) row.addClassName("rows-past");
    }

    private Component expiry(Token token, Instant now) {
        if (token.revokedAt().isPresent())
            return new Mark(words.text(
                    "tokens.is.revoked", words.formats().date(token.revokedAt().get())));
        if (!token.expiresAt().isAfter(now))
            return new Mark(words.text("tokens.is.expired", words.formats().date(token.expiresAt())));
        var expiry = new Div(new Span(words.formats().date(token.expiresAt())));
        var left = Duration.between(now, token.expiresAt());
        if (left.compareTo(SOON) < 0) expiry.add(new Mark(words.text("tokens.is.ending", left.toDays())));
        return expiry;
    }

    private Component revoke(Token token) {
        var button = new Button(words.text("tokens.revoke") + " …", click -> askToRevoke(token));
        button.setAriaLabel(words.text("tokens.revoke.of", token.name()));
        return button;
    }

    private void askToRevoke(Token token) {
        Question.ask(
                words.text("tokens.revoke.title", token.name()),
                words.text("tokens.revoke.text"),
                words.text("question.keep"),
                words.text("tokens.revoke"),
                () -> revokeNow(token));
    }

    private void revokeNow(Token token) {
        attempt.at(() -> tokens.revoke(token.id(), administrator), revoked -> {
            message.say(FormMessage.Kind.DONE, words.text(revoked ? "tokens.revoked" : "tokens.over", token.name()));
            listAgain();
        });
    }

    @Override
    public String getPageTitle() {
        return words.text("tokens.title");
    }
}
