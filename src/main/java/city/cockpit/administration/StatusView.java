package city.cockpit.administration;

import city.cockpit.access.Role;
import city.cockpit.ingest.Counts;
import city.cockpit.ingest.RejectReason;
import city.cockpit.mqtt.ConnectionState;
import city.cockpit.platform.PlatformStatus.Server;
import city.cockpit.uikit.AdministrationLayout;
import city.cockpit.uikit.LivePicture;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the cockpit runs on and whether readings flow through it. Renewed with every picture of the city. */
@Route(value = "status", layout = AdministrationLayout.class)
@Menu(title = "nav.status", order = 10)
@RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
final class StatusView extends Main implements HasDynamicTitle {

    private final Wording words;
    private final InstantSource clock;
    private final Facts flow;
    private final Facts broker;
    private final Facts database;
    private final Facts installation;

    StatusView(Wordings wordings, LivePicture pictures, SystemStatusSource source, InstantSource clock) {
        this.words = wordings.ofThisPage();
        this.clock = clock;
        this.flow = new Facts(words.text("status.flow"));
        this.broker = new Facts(words.text("status.broker"));
        this.database = new Facts(words.text("status.database"));
        this.installation = new Facts(words.text("status.installation"));
        var facts = new Div(flow, broker, database, installation);
        facts.addClassName("facts");
        add(new H1(words.text("status.title")), facts);
        pictures.follow(this, picture -> show(source.now(), picture.at()));
    }

    private void show(SystemStatus status, Instant pictureAt) {
        flow.show(flow(status.ledger(), pictureAt));
        broker.show(two(
                "status.connection",
                connection(status.broker()),
                "status.address",
                server(status.platform().broker())));
        database.show(two(
                "status.edition",
                words.text("edition." + status.edition()),
                "status.address",
                server(status.platform().database())));
        installation.show(installation(status));
    }

    private Map<String, String> flow(Counts ledger, Instant pictureAt) {
        var facts = new LinkedHashMap<String, String>();
        facts.put(
                words.text("status.ledger"),
                words.text(
                        "status.equation",
                        count(ledger.received()),
                        count(ledger.stored()),
                        count(ledger.duplicate()),
                        count(ledger.rejected()),
                        count(ledger.pending())));
        ledger.rejectedByReason().entrySet().stream()
                .sorted(Map.Entry.<RejectReason, Long>comparingByValue(Comparator.reverseOrder()))
                .forEach(entry -> facts.put(
                        words.text("status.rejected", words.text("reason." + entry.getKey())),
                        count(entry.getValue())));
        facts.put(words.text("status.picture"), words.formats().moment(pictureAt, clock.instant()));
        return facts;
    }

    private Map<String, String> installation(SystemStatus status) {
        var platform = status.platform();
        var facts = new LinkedHashMap<String, String>();
        facts.put(words.text("status.version"), platform.version());
        facts.put(words.text("status.java"), Runtime.version().toString());
        facts.put(words.text("status.data"), platform.dataFolder().toString());
        facts.put(words.text("status.size"), words.text("status.megabytes", count(platform.dataBytes() / 1_000_000)));
        facts.put(words.text("status.log"), platform.log().toString());
        return facts;
    }

    private Map<String, String> two(String firstName, String first, String secondName, String second) {
        var facts = new LinkedHashMap<String, String>();
        facts.put(words.text(firstName), first);
        facts.put(words.text(secondName), second);
        return facts;
    }

    private String count(long value) {
        return words.formats().count(value);
    }

    private String server(Server server) {
        return words.text(server.embedded() ? "status.embedded" : "status.own", server.address());
    }

    private String connection(ConnectionState state) {
        var since = words.formats().moment(state.since(), clock.instant());
        return switch (state) {
            case ConnectionState.Connecting connecting -> words.text("connection.CONNECTING", since);
            case ConnectionState.Connected connected -> words.text("connection.CONNECTED", since);
            case ConnectionState.Lost gone -> words.text("connection.LOST", since, gone.reason());
            case ConnectionState.Refused no -> words.text("connection.REFUSED", since, no.reason());
        };
    }

    @Override
    public String getPageTitle() {
        return words.text("status.title");
    }

    /** Names and values under one heading; only what changed goes to the browser. */
    private static final class Facts extends Section {

        private final DescriptionList list = new DescriptionList();
        private Optional<Map<String, String>> shown = Optional.empty();

        Facts(String heading) {
            addClassName("panel");
            add(new H2(heading), list);
        }

        void show(Map<String, String> facts) {
            if (shown.equals(Optional.of(facts))) return;
            list.removeAll();
            facts.forEach(
                    (name, value) -> list.add(new DescriptionList.Term(name), new DescriptionList.Description(value)));
            shown = Optional.of(facts);
        }
    }
}
