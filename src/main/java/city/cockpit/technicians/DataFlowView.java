package city.cockpit.technicians;

import city.cockpit.access.Role;
import city.cockpit.uikit.AdministrationLayout;
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
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;

/**
 * How the readings flow from the brokers to the database: what became of them, how long they took, what waits. Looked at
 * every second; only what changed goes to the browser.
 */
@Route(value = "dataflow", layout = AdministrationLayout.class)
@Menu(title = "nav.dataflow", order = 15)
@RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
final class DataFlowView extends Main implements HasDynamicTitle {

    private final Wording words;
    private final FlowSentence sentence;
    private final Paragraph lead = new Paragraph();
    private final FlowSum sum;
    private final FlowHour hour;
    private final RefusalReasons reasons;
    private final ConnectionList connections;
    private final FlowTable table;
    private Optional<DataFlow> shown = Optional.empty();

    DataFlowView(Wordings wordings, Beat beat, DataFlow.Source source) {
        words = wordings.ofThisPage();
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
        beat.follow(this, () -> show(source.now()));
    }

    private void show(DataFlow now) {
        if (shown.equals(Optional.of(now))) return;
        shown = Optional.of(now);
        lead.setText(sentence.of(now.flow(), now.connections()));
        sum.show(now.flow().counts());
        hour.show(now.flow());
        reasons.show(now.flow());
        connections.show(now.connections(), now.flow().at());
        table.show(now.flow());
    }

    @Override
    public String getPageTitle() {
        return words.text("dataflow.title");
    }
}
