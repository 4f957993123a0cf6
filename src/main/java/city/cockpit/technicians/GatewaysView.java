package city.cockpit.technicians;

import city.cockpit.access.Role;
import city.cockpit.platform.DevicesDoor;
import city.cockpit.registry.rights.Account;
import city.cockpit.registry.rights.Rights;
import city.cockpit.registry.rights.Rights.Outcome;
import city.cockpit.uikit.AdministrationLayout;
import city.cockpit.uikit.Attempt;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.Rows;
import city.cockpit.uikit.Side;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
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
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Who speaks for several devices at the broker; beside them the chosen one with its set-up, or a new one. */
@Route(value = "gateways/:gateway?", layout = AdministrationLayout.class)
@Menu(title = "nav.gateways", order = 16)
@RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
final class GatewaysView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final QueryParameters NEW = QueryParameters.fromString("new");

    private final Wording words;
    private final Rights rights;
    private final DevicesDoor door;
    private final InstantSource clock;
    private final String technician;
    private final FormMessage message = new FormMessage();
    private final Attempt attempt;
    private final Rows rows;
    private final Side side;
    private Optional<String> chosen = Optional.empty();

    GatewaysView(
            Wordings wordings, Rights rights, DevicesDoor door, AuthenticationContext visitor, InstantSource clock) {
        this.words = wordings.ofThisPage();
        this.rights = rights;
        this.door = door;
        this.clock = clock;
        this.technician = visitor.getPrincipalName().orElseThrow();
        attempt = new Attempt(words, message);
        rows = new Rows(words, "gateways.gateway", "rights.topics", "rights.state", "rights.password");
        var list = new Div(head(), message, rows, devices());
        side = new Side(this, list, "gateways", words.text("gateways.back"));
    }

    private Div head() {
        var lead = new Paragraph(words.text("gateways.lead"));
        lead.addClassName("lead");
        var make = new Button(
                words.text("gateways.new"), click -> UI.getCurrentOrThrow().navigate("gateways", NEW));
        make.addThemeVariants(ButtonVariant.PRIMARY);
        var head = new Div(new Div(new H1(words.text("gateways.title")), lead), make);
        head.addClassName("figure-head");
        return head;
    }

    private Paragraph devices() {
        var own = rights.listAccounts().stream()
                .filter(account -> !account.isGateway())
                .count();
        var note = new Paragraph(words.text("gateways.devices", own));
        note.addClassName("rows-note");
        return note;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        message.clear();
        side.close();
        chosen = event.getRouteParameters().get("gateway");
        var making = event.getLocation().getQueryParameters().getParameters().containsKey("new");
        listAgain();
        if (making) side.open(new GatewayForm(words, this::make));
        else
            chosen.ifPresent(name -> rights.find(name)
                    .filter(Account::isGateway)
                    .ifPresentOrElse(account -> open(account, Optional.empty()), () -> problem("gateways.unknown")));
    }

    private void listAgain() {
        rows.clear();
        rights.listAccounts().stream().filter(Account::isGateway).forEach(this::add);
    }

    private void add(Account account) {
        var way = new Anchor("gateways/" + account.name(), name(account));
        if (chosen.equals(Optional.of(account.name()))) way.getElement().setAttribute("aria-current", "true");
        var about = new Div(way, new Span(account.name()));
        about.addClassName("rows-about");
        var topics = new Div();
        topics.addClassName("rights-topics");
        account.topics().forEach(topic -> topics.add(new Code(topic)));
        rows.addRow(
                        about,
                        topics,
                        new Span(words.text("rights.state." + account.state())),
                        new Span(account.passwordAt()
                                .map(at -> words.formats().minute(at, clock.instant()))
                                .orElseGet(() -> words.text("rights.password.first"))))
                .addClassName("rows-way");
    }

    private String name(Account account) {
        if (account.name().equals(Account.SHARED)) return words.text("gateways.shared");
        return account.title().isEmpty() ? account.name() : account.title();
    }

    private void make(Rights.Gateway wish) {
        attempt.at(() -> rights.admitGateway(wish, technician), outcome -> {
            switch (outcome) {
                case Outcome.Given(var account, var password) -> {
                    message.say(FormMessage.Kind.DONE, words.text("rights.made", account.name()));
                    chosen = Optional.of(account.name());
                    listAgain();
                    open(account, Optional.of(password));
                }
                case Outcome.Taken() -> problem("rights.taken");
                case Outcome.BrokerAway() -> problem("rights.broker-away");
                case Outcome.Done _, Outcome.Gone _, Outcome.Overtaken _, Outcome.Removed _, Outcome.Unfit _ ->
                    problem("rights.overtaken");
            }
        });
    }

    private void problem(String key) {
        message.say(FormMessage.Kind.PROBLEM, words.text(key));
    }

    private void open(Account account, Optional<String> password) {
        var setUp = new SetUpPanel(words, door.now(), SetUp.Kind.ofTopics(account.topics()), List.of());
        setUp.show(account, password);
        var panel = new AccountPanel(words, rights, clock, technician, account, new AccountPanel.Listener() {
            @Override
            public void changed(Account changed, Optional<String> next) {
                setUp.show(changed, next);
                listAgain();
            }

            @Override
            public void removed() {
                side.close();
                chosen = Optional.empty();
                listAgain();
                message.say(FormMessage.Kind.DONE, words.text("rights.removed"));
            }
        });
        password.ifPresent(panel::given);
        // What the shared one is for, and that it goes one day, is said elsewhere.
        if (!account.name().equals(Account.SHARED)) panel.add(change(account));
        var both = new Div(panel, setUp);
        both.addClassName("rights-parts");
        side.open(both);
    }

    private Details change(Account account) {
        var told = new FormMessage();
        var fields = GatewayFields.of(words, account);
        var save = new Button(words.text("gateways.save"), click -> {
            told.clear();
            fields.findGateway()
                    .ifPresentOrElse(
                            wish -> change(account, wish, told),
                            () -> told.say(FormMessage.Kind.PROBLEM, words.text("gateways.unsaved")));
        });
        var buttons = new Div(save);
        buttons.addClassName("panel-buttons");
        var form = new Div(told, fields, buttons);
        form.addClassName("panel-fields");
        return new Details(words.text("gateways.change"), form);
    }

    /** Somebody may have locked it or made a new password on this page: that is no change of another person. */
    private void change(Account account, Rights.Gateway wish, FormMessage told) {
        var seen = rights.find(account.name()).filter(newest -> isSameWish(newest, account));
        attempt.at(() -> rights.changeGateway(wish, seen.orElse(account).version(), technician), outcome -> {
            switch (outcome) {
                case Outcome.Done(var changed) -> {
                    message.say(FormMessage.Kind.DONE, words.text("gateways.changed"));
                    listAgain();
                    open(changed, Optional.empty());
                }
                case Outcome.Taken() -> told.say(FormMessage.Kind.PROBLEM, words.text("gateways.client-id.taken"));
                case Outcome.Overtaken(var newest) -> {
                    problem("rights.overtaken");
                    listAgain();
                    open(newest, Optional.empty());
                }
                case Outcome.Gone() -> problem("gateways.unknown");
                case Outcome.BrokerAway() -> problem("rights.broker-away");
                case Outcome.Given _, Outcome.Removed _, Outcome.Unfit _ -> problem("rights.overtaken");
            }
        });
    }

    private static boolean isSameWish(Account one, Account other) {
        return one.title().equals(other.title())
                && one.topics().equals(other.topics())
                && one.clientId().equals(other.clientId());
    }

    @Override
    public String getPageTitle() {
        return words.text("gateways.title");
    }
}
