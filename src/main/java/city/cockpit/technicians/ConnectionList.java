package city.cockpit.technicians;

import city.cockpit.mqtt.ConnectionState.Connected;
import city.cockpit.mqtt.ConnectionState.Connecting;
import city.cockpit.mqtt.ConnectionState.Lost;
import city.cockpit.mqtt.ConnectionState.Refused;
import city.cockpit.mqtt.ConnectionStatus;
import city.cockpit.mqtt.ConnectionStatus.FilterStatus;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The connections to brokers: how each stands, what it listens to, what came last. */
final class ConnectionList extends Section {

    private final Wording words;
    private final UnorderedList list = new UnorderedList();

    ConnectionList(Wording words) {
        this.words = words;
        addClassName("panel");
        list.addClassName("flow-connections");
        add(new H2(words.text("dataflow.connections")), list);
    }

    /** @param titles what people call a connection, by its name */
    void show(List<ConnectionStatus> connections, UnaryOperator<String> titles, Instant now) {
        list.removeAll();
        connections.forEach(connection -> list.add(item(connection, titles, now)));
    }

    private ListItem item(ConnectionStatus connection, UnaryOperator<String> titles, Instant now) {
        var name = new Span(titles.apply(connection.name()));
        name.addClassName("name");
        var state = new Span(state(connection, now));
        var topics = new Div(topics(connection));
        topics.addClassName("topics");
        var traffic = new Div(traffic(connection, now));
        var item = new ListItem(new Div(name, state), topics, traffic);
        item.getElement().setAttribute("data-connected", String.valueOf(connection.state() instanceof Connected));
        return item;
    }

    private String state(ConnectionStatus connection, Instant now) {
        var since = words.formats().moment(connection.state().since(), now);
        return switch (connection.state()) {
            case Connecting _ -> words.text("connection.CONNECTING", since);
            case Connected _ -> words.text("connection.CONNECTED", since);
            case Lost(var _, var failure) ->
                words.text("connection.LOST", since, words.text("failure." + failure.cause()));
            case Refused(var _, var failure) ->
                words.text("connection.REFUSED", since, words.text("failure." + failure.cause()));
        };
    }

    private String topics(ConnectionStatus connection) {
        return connection.filters().stream().map(this::topic).collect(Collectors.joining(", "));
    }

    private String topic(FilterStatus filter) {
        return switch (filter.grant()) {
            case PENDING, QOS_1 -> filter.filter();
            case QOS_0 -> words.text("dataflow.topic.qos0", filter.filter());
            case REFUSED -> words.text("dataflow.topic.refused", filter.filter());
        };
    }

    private String traffic(ConnectionStatus connection, Instant now) {
        var traffic = connection.traffic();
        var last = traffic.lastAt();
        if (last.isEmpty()) return words.text("dataflow.connection.nothing");
        return words.text(
                "dataflow.connection.traffic",
                words.formats().count(traffic.received()),
                words.formats().moment(last.get(), now),
                traffic.withoutPromise() == 0
                        ? ""
                        : words.text("dataflow.connection.qos0", words.formats().count(traffic.withoutPromise())));
    }
}
