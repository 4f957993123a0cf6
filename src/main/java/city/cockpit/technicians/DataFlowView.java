package city.cockpit.technicians;

import city.cockpit.access.Role;
import city.cockpit.ingest.connection.Connections;
import city.cockpit.ingest.kept.Inbox;
import city.cockpit.mqtt.BrokerConnections;
import city.cockpit.uikit.AdministrationLayout;
import city.cockpit.uikit.Answer;
import city.cockpit.uikit.Background;
import city.cockpit.uikit.Beat;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the readings flow from the brokers to the database: what became of them, how long they took, what waits. Looked at
 * every second; only what changed goes to the browser.
 */
@Route(value = "dataflow", layout = AdministrationLayout.class)
@Menu(title = "nav.dataflow", order = 15)
@RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
final class DataFlowView extends Main implements HasDynamicTitle {

    /** The database is asked with every fifth beat. */
    private static final int LOOKS_AT_THE_DATABASE = 5;

    private final Wording words;
    private final FlowSentence sentence;
    private final Paragraph lead = new Paragraph();
    private final FlowSum sum;
    private final FlowHour hour;
    private final RefusalReasons reasons;
    private final ConnectionList connections;
    private final FlowTable table;
    private final DataFlow.Source source;
    private final Connections connectionTable;
    private final Inbox inbox;
    private final Background background;
    private final ValueSignal<Answer<Filed>> filed = new ValueSignal<>(new Answer.Pending<>());
    private Map<String, String> titles;
    private Optional<DataFlow> shown = Optional.empty();
    private int looks;

    DataFlowView(
            Wordings wordings,
            Beat beat,
            DataFlow.Source source,
            Connections connectionTable,
            Inbox inbox,
            Background background) {
        this.source = source;
        this.connectionTable = connectionTable;
        this.inbox = inbox;
        this.background = background;
        words = wordings.ofThisPage();
        titles = Map.of(BrokerConnections.OF_THE_COCKPIT, words.text("connections.own"));
        sentence = new FlowSentence(words);
        sum = new FlowSum(words);
        hour = new FlowHour(words);
        reasons = new RefusalReasons(words);
        connections = new ConnectionList(words);
        table = new FlowTable(words);
        lead.addClassName("lead");
        var lists = new Div(connections, reasons);
        lists.addClassName("flow-lists");
        addClassName("dataflow");
        add(new H1(words.text("dataflow.title")), lead, sum, hour, lists, table);
        beat.follow(this, this::look);
        Signal.effect(this, () -> show(filed.get()));
    }

    private void look() {
        if (looks++ % LOOKS_AT_THE_DATABASE == 0) background.ask(() -> new Filed(titles(), inbox.listSenders()), filed);
        show(source.now());
    }

    private Map<String, String> titles() {
        var all = new HashMap<>(titles);
        for (var connection : connectionTable.list())
            all.put(connection.name(), connection.wish().title());
        return all;
    }

    private void show(Answer<Filed> latest) {
        if (latest instanceof Answer.Known<Filed>(var known)) {
            reasons.showInbox(known.senders().size());
            if (known.titles().equals(titles)) return;
            titles = known.titles();
            shown = Optional.empty();
            show(source.now());
        } else if (latest instanceof Answer.Unavailable<Filed>) reasons.showNoInbox();
    }

    private String title(String connection) {
        return titles.getOrDefault(connection, connection);
    }

    private void show(DataFlow now) {
        if (shown.equals(Optional.of(now))) return;
        shown = Optional.of(now);
        lead.setText(sentence.of(now.flow(), now.connections(), this::title));
        sum.show(now.flow().counts());
        hour.show(now.flow());
        reasons.show(now.flow());
        connections.show(now.connections(), this::title, now.flow().at());
        table.show(now.flow());
    }

    @Override
    public String getPageTitle() {
        return words.text("dataflow.title");
    }
}
