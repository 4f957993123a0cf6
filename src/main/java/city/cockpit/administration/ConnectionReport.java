package city.cockpit.administration;

import city.cockpit.mqtt.ConnectionStatus;
import com.vaadin.flow.component.html.DescriptionList;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How one connection does now; only what changed goes to the browser. */
final class ConnectionReport extends DescriptionList {

    private final ConnectionWords told;
    private final Map<String, Description> values = new LinkedHashMap<>();

    ConnectionReport(ConnectionWords told) {
        this.told = told;
        addClassName("connection-report");
    }

    void show(Optional<ConnectionStatus> status, Instant now) {
        setVisible(status.isPresent());
        status.ifPresent(known -> show(told.facts(known, now)));
    }

    private void show(Map<String, String> facts) {
        if (!values.keySet().equals(facts.keySet())) {
            removeAll();
            values.clear();
            facts.keySet().forEach(name -> {
                var value = new Description();
                values.put(name, value);
                add(new Term(name), value);
            });
        }
        values.forEach((name, value) -> {
            var text = facts.getOrDefault(name, "");
            if (!value.getText().equals(text)) value.setText(text);
        });
    }
}
