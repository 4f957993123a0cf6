package city.cockpit.onboarding;

import city.cockpit.ingest.Decoded;
import city.cockpit.ingest.Decoded.Observation;
import city.cockpit.ingest.Decoder;
import city.cockpit.ingest.Incoming;
import city.cockpit.ingest.JsonReader;
import city.cockpit.ingest.JsonReader.Json;
import city.cockpit.ingest.Printable;
import city.cockpit.ingest.kept.Inbox.Held;
import city.cockpit.ingest.kept.KeptMessage;
import city.cockpit.ingest.kept.Payload;
import city.cockpit.measurement.Feed;
import city.cockpit.measurement.ObservedProperty;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.TownSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Proposes from messages of a device what it is and what it observes. Nothing is taken over that somebody does not see.
 * From memory; any thread.
 */
@Component
public class Proposer {

    /** Nobody registered the sender yet: formats that say whom they are from do without it. */
    private static final SensorId NOBODY = new SensorId("new");

    private final List<Decoder> decoders;
    private final JsonReader json;
    private final Matcher matcher;
    private final TownSource town;
    private final InstantSource clock;

    Proposer(List<Decoder> decoders, JsonReader json, Matcher matcher, TownSource town, InstantSource clock) {
        this.decoders = decoders.stream()
                .sorted(Comparator.comparing((Decoder decoder) -> !decoder.isUnmistakable()))
                .toList();
        this.json = json;
        this.matcher = matcher;
        this.town = town;
        this.clock = clock;
    }

    /** The names of all formats, in the order in which they are tried. */
    public List<String> listFormats() {
        return decoders.stream().map(Decoder::format).toList();
    }

    /** From a message that somebody pasted. */
    public Proposal propose(Sample sample) {
        return propose(sample, Optional.empty());
    }

    /** The same, read in the format that somebody chose. */
    public Proposal propose(Sample sample, Optional<String> format) {
        if (sample.text().isBlank()) return Proposal.NOTHING;
        var message = new Message(
                sample.topic().strip(),
                new Payload(sample.text().strip().getBytes(StandardCharsets.UTF_8)),
                clock.instant());
        return propose(List.of(message), format, false);
    }

    /** From messages of the inbox, the newest first. */
    public Proposal propose(List<Held> held, Optional<String> format) {
        return held.isEmpty()
                ? Proposal.NOTHING
                : propose(held.stream().map(Held::message).map(Message::of).toList(), format, true);
    }

    /** How a number of that field becomes one of a property that somebody chose. */
    public Feed feedOf(Seen seen, ObservedProperty property) {
        return matcher.feedOf(seen, property);
    }

    /** Not kept yet, or kept. */
    private record Message(String topic, Payload payload, Instant arrivedAt) {

        private static Message of(KeptMessage kept) {
            return new Message(kept.topic(), kept.payload(), kept.arrivedAt());
        }
    }

    /** @param spread whether the messages came one after the other, so that they tell how often the device sends */
    private Proposal propose(List<Message> messages, Optional<String> wanted, boolean spread) {
        var newest = messages.getFirst();
        var root = root(newest);
        var decoder = decoder(newest, wanted);
        var about = Identity.of(newest.topic(), root);
        if (decoder.isEmpty())
            return new Proposal(Optional.empty(), false, about, List.of(), Optional.empty(), flaw(newest));
        var seen = new LinkedHashMap<String, Seen>();
        for (var message : messages) seen(decoder.get(), message).forEach(seen::putIfAbsent);
        return new Proposal(
                Optional.of(decoder.get().format()),
                !decoder.get().isUnmistakable(),
                about,
                fields(seen),
                spread ? interval(messages) : Optional.empty(),
                seen.isEmpty() ? refusal(decoder.get(), newest) : "");
    }

    private List<Proposal.Field> fields(Map<String, Seen> seen) {
        return seen.values().stream()
                .map(one -> new Proposal.Field(one, matcher.isAboutDevice(one.field()), matcher.matches(one)))
                .toList();
    }

    private Optional<Decoder> decoder(Message message, Optional<String> wanted) {
        return decoders.stream()
                .filter(decoder -> wanted.isEmpty() || wanted.get().equals(decoder.format()))
                .filter(decoder -> decoder.decode(incoming(message)).isPresent())
                .findFirst();
    }

    private Map<String, Seen> seen(Decoder decoder, Message message) {
        var found = new LinkedHashMap<String, Seen>();
        for (var decoded : decoder.decode(incoming(message)).orElse(List.of()))
            seen(decoded).ifPresent(one -> found.putIfAbsent(one.field(), one));
        return found;
    }

    /** What names its property itself is as a field of that name. */
    private static Optional<Seen> seen(Decoded decoded) {
        if (decoded instanceof Observation named) return Optional.of(seen(named, "/" + named.property(), true));
        return decoded instanceof Decoded.Field(var field)
                ? Optional.of(seen(field, field.property(), false))
                : Optional.empty();
    }

    private static Seen seen(Observation one, String field, boolean named) {
        return new Seen(
                Printable.line(field, Feed.LONGEST_FIELD),
                one.value(),
                Optional.ofNullable(one.unit()),
                one.time(),
                named);
    }

    private String refusal(Decoder decoder, Message message) {
        return decoder.decode(incoming(message)).orElse(List.of()).stream()
                .flatMap(one -> one instanceof Decoded.Refusal(var reason, var detail)
                        ? List.of(detail).stream()
                        : List.<String>of().stream())
                .findFirst()
                .orElse("");
    }

    private String flaw(Message message) {
        return json.read(message.payload().content()) instanceof Json.Broken(var flaw) ? flaw.detail() : "";
    }

    private JsonNode root(Message message) {
        return json.read(message.payload().content()) instanceof Json.Read(var root) ? root : MissingNode.getInstance();
    }

    private Incoming incoming(Message message) {
        var name =
                Identity.of(message.topic(), MissingNode.getInstance()).name().orElse(NOBODY);
        return new Incoming(
                name,
                message.payload().content(),
                message.arrivedAt(),
                town.town().zone(),
                json);
    }

    /** The middle one of the times between arrivals, so that a single gap says nothing. */
    private static Optional<Duration> interval(List<Message> messages) {
        var times = messages.stream().map(Message::arrivedAt).sorted().toList();
        var between = new ArrayList<Duration>();
        for (var i = 1; i < times.size(); i++) between.add(Duration.between(times.get(i - 1), times.get(i)));
        if (between.size() < 2) return Optional.empty();
        between.sort(Comparator.naturalOrder());
        return Optional.of(Pace.round(between.get(between.size() / 2)));
    }
}
