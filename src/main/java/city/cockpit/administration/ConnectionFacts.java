package city.cockpit.administration;

import city.cockpit.mqtt.ConnectionStatus;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.time.Instant;
import java.util.Optional;

/** One connection for who may look at it only. */
final class ConnectionFacts extends Section {

    private final ConnectionReport report;

    ConnectionFacts(ConnectionWords told, String title, String note) {
        report = new ConnectionReport(told);
        var head = new Div(new H2(title));
        head.addClassName("panel-head");
        var about = new Paragraph(note);
        about.addClassName("panel-note");
        addClassNames("panel", "panel-form");
        getElement().setAttribute("aria-label", title);
        add(head, about, report);
    }

    void show(Optional<ConnectionStatus> status, Instant now) {
        report.show(status, now);
    }
}
