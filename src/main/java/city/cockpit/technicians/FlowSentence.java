package city.cockpit.technicians;

import city.cockpit.ingest.Flow;
import city.cockpit.ingest.FlowMinute;
import city.cockpit.mqtt.ConnectionState.Connected;
import city.cockpit.mqtt.ConnectionStatus;
import city.cockpit.uikit.Wording;
import java.util.List;
import java.util.function.UnaryOperator;

/** Says in a sentence whether readings flow; the worst first. */
final class FlowSentence {

    private final Wording words;

    FlowSentence(Wording words) {
        this.words = words;
    }

    /** @param titles what people call a connection, by its name */
    String of(Flow flow, List<ConnectionStatus> connections, UnaryOperator<String> titles) {
        var away = flow.databaseAwaySince();
        if (away.isPresent())
            return words.text(
                    "dataflow.database-away",
                    words.formats().moment(away.get(), flow.at()),
                    flow.waiting(),
                    waiting(flow));
        var down = connections.stream()
                .filter(connection -> !(connection.state() instanceof Connected))
                .map(ConnectionStatus::name)
                .map(titles)
                .toList();
        if (!down.isEmpty()) return words.text("dataflow.connections-down", words.list(down), (long) down.size());
        var minute = lastFullMinute(flow);
        if (flow.counts().received() == 0) return words.text("dataflow.nothing-yet");
        if (minute.counts().received() == 0) return words.text("dataflow.silent");
        return words.text(
                "dataflow.flowing", words.formats().count(minute.counts().stored()), flow.waiting(), waiting(flow));
    }

    private String waiting(Flow flow) {
        return words.formats().count(flow.waiting());
    }

    /** The last minute that is over; the one under way while there is no other. */
    static FlowMinute lastFullMinute(Flow flow) {
        var minutes = flow.minutes();
        return minutes.get(Math.max(0, minutes.size() - 2));
    }
}
