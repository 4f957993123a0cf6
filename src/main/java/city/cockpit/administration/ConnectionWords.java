package city.cockpit.administration;

import city.cockpit.ingest.connection.Connections.Trial;
import city.cockpit.mqtt.ConnectionState;
import city.cockpit.mqtt.ConnectionState.Connected;
import city.cockpit.mqtt.ConnectionState.Connecting;
import city.cockpit.mqtt.ConnectionState.Lost;
import city.cockpit.mqtt.ConnectionState.Refused;
import city.cockpit.mqtt.ConnectionStatus;
import city.cockpit.mqtt.ConnectionStatus.FilterStatus;
import city.cockpit.mqtt.ConnectionStatus.Grant;
import city.cockpit.mqtt.Traffic;
import city.cockpit.nodes.NodeStates;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.Wording;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in words how connections do. */
final class ConnectionWords {

    private static final int FEW = 5;
    private static final String SHARED = "$share/";

    private final Wording words;
    private final NodeStates nodes;

    ConnectionWords(Wording words, NodeStates nodes) {
        this.words = words;
        this.nodes = nodes;
    }

    /** One word; of a connection that is switched off, or was switched on this moment, there is no status. */
    String state(boolean enabled, Optional<ConnectionStatus> status) {
        return words.text("connections.state."
                + status.map(known -> switch (known.state()) {
                            case Connecting _ -> "CONNECTING";
                            case Connected _ ->
                                known.filters().stream().anyMatch(ConnectionWords::isRefused) ? "PARTLY" : "CONNECTED";
                            case Lost _ -> "LOST";
                            case Refused _ -> "REFUSED";
                        })
                        .orElse(enabled ? "CONNECTING" : "OFF"));
    }

    /** How serious that is, for its colour. */
    static String severity(Optional<ConnectionStatus> status) {
        return status.map(known -> switch (known.state()) {
                    case Connecting _ -> "none";
                    case Connected _ ->
                        known.filters().stream().anyMatch(ConnectionWords::isRefused) ? "notice" : "good";
                    case Lost _, Refused _ -> "alarm";
                })
                .orElse("none");
    }

    private static boolean isRefused(FilterStatus status) {
        return status.grant() == Grant.REFUSED;
    }

    /** When the last message came, how many come, and how many of them nobody promised. */
    String traffic(Traffic traffic, Instant now) {
        return traffic.lastAt()
                .map(last -> words.text(
                        traffic.withoutPromise() > 0 ? "connections.traffic.weak" : "connections.traffic",
                        words.formats().moment(last, now),
                        words.formats().count(traffic.lastMinute()),
                        words.formats().count(traffic.withoutPromise())))
                .orElse(words.text("connections.traffic.none"));
    }

    /** Everything about a connection that stands or is to stand. */
    Map<String, String> facts(ConnectionStatus status, Instant now) {
        var facts = new LinkedHashMap<String, String>();
        facts.put(words.text("connections.state"), sentence(status.state(), now));
        facts.put(
                words.text("connections.filters"),
                status.filters().stream().map(this::filter).collect(Collectors.joining("\n")));
        facts.put(words.text("connections.messages"), messages(status.traffic(), now));
        if (status.traffic().withoutPromise() > 0)
            facts.put(words.text("connections.without-promise"), withoutPromise(status.traffic()));
        unshared(status.filters().stream().map(FilterStatus::filter).toList())
                .ifPresent(sentence -> facts.put(words.text("connections.nodes"), sentence));
        facts.put(words.text("connections.client-id.here"), status.clientId());
        return facts;
    }

    /** What it means that several nodes each ask the broker for the same; empty if they share, or there is only one. */
    Optional<String> unshared(List<String> filters) {
        var several = nodes.now().size();
        return several < 2 || filters.stream().allMatch(filter -> filter.startsWith(SHARED))
                ? Optional.empty()
                : Optional.of(words.text("connections.unshared", (long) several));
    }

    private String sentence(ConnectionState state, Instant now) {
        var since = words.formats().moment(state.since(), now);
        return switch (state) {
            case Connecting _ -> words.text("connection.CONNECTING", since);
            case Connected _ -> words.text("connection.CONNECTED", since);
            case Lost(var _, var failure) ->
                words.text("connection.LOST", since, words.text("failure." + failure.cause()));
            case Refused(var _, var failure) ->
                words.text("connection.REFUSED", since, words.text("failure." + failure.cause()));
        };
    }

    private String filter(FilterStatus status) {
        return words.text("connections.grant." + status.grant(), status.filter());
    }

    private String messages(Traffic traffic, Instant now) {
        return traffic.received() == 0
                ? words.text("connections.traffic.none")
                : words.text(
                        "connections.messages.count",
                        words.formats().count(traffic.received()),
                        words.formats().count(traffic.lastMinute()),
                        traffic.lastAt()
                                .map(last -> words.formats().moment(last, now))
                                .orElse(""));
    }

    private String withoutPromise(Traffic traffic) {
        return words.text(
                "connections.without-promise.count",
                words.formats().count(traffic.withoutPromise()),
                traffic.topicsWithoutPromise().stream().limit(FEW).collect(Collectors.joining(", ")));
    }

    /** What came of a trial, and whether it is good. */
    Verdict verdict(Trial trial) {
        return switch (trial) {
            case Trial.Failed(var failure) ->
                new Verdict(
                        FormMessage.Kind.PROBLEM,
                        words.text("connections.trial.failed", words.text("failure." + failure.cause())));
            case Trial.PasswordWanted() ->
                new Verdict(FormMessage.Kind.PROBLEM, words.text("connections.password.wanted"));
            case Trial.Admitted(var filters, var first) -> verdict(filters, first);
        };
    }

    private Verdict verdict(List<FilterStatus> filters, Optional<Trial.First> first) {
        var refused = filters.stream()
                .filter(ConnectionWords::isRefused)
                .map(FilterStatus::filter)
                .toList();
        if (refused.size() == filters.size())
            return new Verdict(FormMessage.Kind.PROBLEM, words.text("connections.trial.deaf"));
        if (!refused.isEmpty())
            return new Verdict(
                    FormMessage.Kind.NOTICE,
                    words.text("connections.trial.partly", words.list(refused)) + " " + heard(first));
        var kind =
                first.isPresent() && first.get().sensor().isEmpty() ? FormMessage.Kind.NOTICE : FormMessage.Kind.DONE;
        return new Verdict(kind, words.text("connections.trial.good") + " " + heard(first));
    }

    private String heard(Optional<Trial.First> first) {
        if (first.isEmpty()) return words.text("connections.trial.silent");
        var topic = first.get().topic();
        return first.get()
                .sensor()
                .map(sensor -> words.text("connections.trial.first", topic, sensor))
                .orElseGet(() -> words.text("connections.trial.nameless", topic));
    }

    /** A sentence and how it is meant. */
    record Verdict(FormMessage.Kind kind, String sentence) {}
}
