package city.cockpit.administration;

import city.cockpit.access.Tokens;
import city.cockpit.access.Tokens.NewToken;
import city.cockpit.access.Tokens.Scope;
import city.cockpit.town.PlainText;
import city.cockpit.uikit.Attempt;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.ShownOnce;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Set;
import java.util.function.Function;

/** What a new token is for, what it opens and how long; then the token, once. */
final class TokenPanel extends Section {

    /** A token that somebody wants; it is valid as {@link Tokens#make} asks for. */
    record Wish(String name, Set<Scope> scopes, Instant expiresAt) {}

    private static final Set<Scope> WALL = Set.of(Scope.SHOW_WALL, Scope.SHOW_WHOLE_WALL);
    private static final Integer[] DAYS = {30, 90, 180, Tokens.LONGEST_DAYS - 1};

    private final Wording words;
    private final InstantSource clock;
    private final Function<Wish, NewToken> tokens;
    private final Runnable made;
    private final TextField name;
    private final CheckboxGroup<Scope> scopes;
    private final Select<Integer> days = new Select<>();
    private final FormMessage message = new FormMessage();
    private final Attempt attempt;
    private final Div fields;
    private final Div buttons;

    TokenPanel(Wording words, InstantSource clock, Function<Wish, NewToken> tokens, Runnable made) {
        this.words = words;
        this.clock = clock;
        this.tokens = tokens;
        this.made = made;
        attempt = new Attempt(words, message);
        name = new TextField(words.text("tokens.name"));
        name.setHelperText(words.text("tokens.name.help"));
        scopes = new CheckboxGroup<>(words.text("tokens.scopes"));
        scopes.setItems(Scope.values());
        scopes.setItemLabelGenerator(scope -> words.text("scope." + scope));
        scopes.setRenderer(new ComponentRenderer<>(
                scope -> PersonFields.choice(words.text("scope." + scope), words.text("scope." + scope + ".why"))));
        days.setLabel(words.text("tokens.expires"));
        days.setItems(DAYS);
        days.setItemLabelGenerator(
                count -> words.text("tokens.days", (long) count, words.formats().date(expiry(count))));
        days.setValue(90);
        fields = new Div(name, scopes, days);
        fields.addClassName("panel-fields");
        var make = new Button(words.text("tokens.make"), click -> make());
        make.addThemeVariants(ButtonVariant.PRIMARY);
        buttons = PersonPanel.row(make);
        var title = new H2(words.text("tokens.new"));
        title.addClassName("panel-head");
        addClassNames("panel", "panel-form");
        getElement().setAttribute("aria-label", words.text("tokens.new"));
        add(title, message, fields, buttons);
    }

    private Instant expiry(int count) {
        return clock.instant().plus(Duration.ofDays(count));
    }

    private void make() {
        var label = PlainText.tidy(name.getValue());
        var named = !label.isEmpty() && PlainText.fitsOneLine(label, Tokens.LONGEST_NAME);
        name.setInvalid(!named);
        name.setErrorMessage(words.text(
                label.isEmpty() ? "tokens.name.missing" : "setup.too-long",
                words.formats().count(Tokens.LONGEST_NAME)));
        scopes.setInvalid(scopes.isEmpty());
        scopes.setErrorMessage(words.text("tokens.scopes.missing"));
        if (!named || scopes.isEmpty()) sayWhatIsWrong();
        else make(new Wish(label, scopes.getValue(), expiry(days.getValue())));
    }

    private void sayWhatIsWrong() {
        var wrong = new ArrayList<String>();
        if (name.isInvalid()) wrong.add(name.getLabel());
        if (scopes.isInvalid()) wrong.add(scopes.getLabel());
        if (name.isInvalid()) name.focus();
        message.say(FormMessage.Kind.PROBLEM, words.text("tokens.wrong", words.list(wrong)));
    }

    private void make(Wish wish) {
        attempt.at(() -> tokens.apply(wish), token -> {
            made.run();
            remove(fields, buttons);
            message.say(
                    FormMessage.Kind.DONE,
                    words.text("tokens.made", token.token().name()));
            // Of a key for both, one part goes to a program and the other to a screen.
            if (!WALL.containsAll(wish.scopes())) add(secret(token));
            if (wish.scopes().stream().anyMatch(WALL::contains)) add(link(token));
        });
    }

    /** A screen has an address to open; the part behind the # reaches no log. */
    private Component link(NewToken token) {
        return new LinkShown(
                words,
                words.text("wall.link.title"),
                words.text("wall.link.why"),
                "/wall#" + token.secret(),
                this::leave);
    }

    private Component secret(NewToken token) {
        var once = new ShownOnce(
                words, words.text("tokens.once.title"), words.text("tokens.once.why"), token.secret(), this::leave);
        once.hint(words.text("tokens.once.use"));
        return once;
    }

    private void leave() {
        UI.getCurrentOrThrow().navigate("tokens");
    }
}
