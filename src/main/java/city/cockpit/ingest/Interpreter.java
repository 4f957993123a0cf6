package city.cockpit.ingest;

import static java.util.stream.Collectors.joining;

import city.cockpit.ingest.Decoded.Field;
import city.cockpit.ingest.Decoded.Observation;
import city.cockpit.ingest.Decoded.Refusal;
import city.cockpit.ingest.Interpreted.Speaker;
import city.cockpit.ingest.Interpreted.StatusChange;
import city.cockpit.ingest.JsonReader.Json;
import city.cockpit.ingest.Verdict.Accepted;
import city.cockpit.ingest.Verdict.Rejected;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SensorId;
import city.cockpit.mqtt.InboundMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes of a message the readings it holds and the reasons why it holds no more. Never throws. */
@Component
class Interpreter implements MessageDecoding {

    private static final Logger log = LoggerFactory.getLogger(Interpreter.class);

    private final List<Decoder> decoders;
    private final Checks checks;
    private final JsonReader json;
    private final Conventions conventions;
    private final IngestSettings settings;

    Interpreter(
            List<Decoder> decoders, Checks checks, JsonReader json, Conventions conventions, IngestSettings settings) {
        this.decoders = List.copyOf(decoders);
        this.checks = checks;
        this.json = json;
        this.conventions = conventions;
        this.settings = settings;
    }

    Interpreted interpret(InboundMessage message) {
        try {
            return route(message);
        } catch (RuntimeException e) {
            log.error("A message on {} could not be interpreted", Printable.line(message.topic(), 100), e);
            return Interpreted.refused(message, RejectReason.DEFECT, e.toString());
        }
    }

    private Interpreted route(InboundMessage message) {
        if (message.topic().length() > settings.maxTopicLength())
            return Interpreted.refused(
                    message,
                    RejectReason.OVERSIZED,
                    "a topic of " + message.topic().length() + " characters");
        var sender = conventions.senderOf(message.connection(), message.topic());
        if (sender.isEmpty()) return Interpreted.refused(message, RejectReason.UNKNOWN_TOPIC, message.topic());
        var name = sender.get().sensor();
        if (message.payload().length > settings.maxPayload().toBytes())
            return Interpreted.refused(message, RejectReason.OVERSIZED, message.payload().length + " bytes")
                    .from(speaker(checks.sensorNamed(name), Map.of()));
        return sender.get().status() ? status(message, checks.sensorNamed(name)) : readings(message, name);
    }

    private Optional<Speaker> speaker(SensorId sensor, Map<Vital, Double> vitals) {
        return checks.knows(sensor) ? Optional.of(new Speaker(sensor, vitals)) : Optional.empty();
    }

    private Interpreted status(InboundMessage message, SensorId sensor) {
        if (!checks.knows(sensor)) return Interpreted.refused(message, RejectReason.UNKNOWN_SENSOR, sensor.value());
        return switch (stateIn(message)) {
            case "online" -> changed(message, new StatusChange(sensor, true));
            case "offline" -> changed(message, new StatusChange(sensor, false));
            default -> Interpreted.refused(message, RejectReason.MALFORMED, "the state is neither online nor offline");
        };
    }

    private static Interpreted changed(InboundMessage message, StatusChange change) {
        return new Interpreted(message, List.of(), List.of(), Optional.of(change), Optional.empty());
    }

    private String stateIn(InboundMessage message) {
        return json.read(message.payload()) instanceof Json.Read(var root) && root.isObject()
                ? root.path("state").asString("")
                : new String(message.payload(), StandardCharsets.UTF_8).strip();
    }

    @Override
    public List<Decoded> decode(InboundMessage message) {
        var sender = conventions.senderOf(message.connection(), message.topic());
        if (sender.isEmpty() || sender.get().status()) return List.of();
        if (message.payload().length > settings.maxPayload().toBytes()) return List.of();
        try {
            return said(message, sender.get().sensor()).found();
        } catch (RuntimeException e) {
            log.error("A message on {} could not be decoded", Printable.line(message.topic(), 100), e);
            return List.of(new Refusal(RejectReason.DEFECT, e.toString()));
        }
    }

    /** What a message says in its format. */
    private record Said(List<Decoded> found, Map<Vital, Double> vitals, OptionalInt port) {

        /** Of what is in no format that names a port. */
        private Said(List<Decoded> found) {
            this(found, Map.of(), OptionalInt.empty());
        }
    }

    private Said said(InboundMessage message, SensorId name) {
        var connection = message.connection();
        var incoming = new Incoming(name, message.payload(), message.arrivedAt(), conventions.zoneOf(connection), json);
        var sensor = checks.sensorNamed(name);
        var format = conventions.formatOf(connection).or(() -> checks.formatOf(sensor));
        return said(incoming, format, sensor);
    }

    /** Formats that repeat the name of the sensor use the one of the topic, whoever that is to the cockpit. */
    private Interpreted readings(InboundMessage message, SensorId name) {
        var said = said(message, name);
        var sensor = checks.sensorNamed(name);
        var expected = checks.portOf(sensor);
        var result = isOnAnother(said, expected)
                ? Interpreted.refused(
                        message,
                        RejectReason.WRONG_PORT,
                        "port %d instead of %d".formatted(said.port().getAsInt(), expected.getAsInt()))
                : readings(message, sensor, said.found());
        return result.from(speaker(sensor, said.vitals()));
    }

    /** What says nothing of what is measured may come on any port. */
    private static boolean isOnAnother(Said said, OptionalInt expected) {
        return expected.isPresent()
                && said.port().isPresent()
                && !said.port().equals(expected)
                && !said.found().isEmpty();
    }

    private Interpreted readings(InboundMessage message, SensorId sensor, List<Decoded> found) {
        if (found.size() > settings.maxReadings())
            return Interpreted.refused(message, RejectReason.OVERSIZED, found.size() + " readings in one message");
        var accepted = new ArrayList<Reading>();
        var rejected = new ArrayList<Rejected>();
        for (var one : found) {
            var verdict = verdict(sensor, one, message);
            if (verdict.isEmpty()) continue;
            switch (verdict.get()) {
                case Accepted(var reading) -> accepted.add(reading);
                case Rejected refusal -> rejected.add(refusal);
            }
        }
        if (accepted.isEmpty() && rejected.isEmpty() && !found.isEmpty() && !checks.isFedBy(sensor, found))
            return fedByNothing(message, sensor, found);
        return new Interpreted(message, accepted, rejected, Optional.empty(), Optional.empty());
    }

    /** A device that feeds nothing with all it says is one that somebody has to look at. */
    private Interpreted fedByNothing(InboundMessage message, SensorId sensor, List<Decoded> found) {
        return checks.knows(sensor)
                ? Interpreted.refused(message, RejectReason.UNKNOWN_PROPERTY, names(found))
                : Interpreted.refused(message, RejectReason.UNKNOWN_SENSOR, sensor.value());
    }

    private static String names(List<Decoded> found) {
        return found.stream()
                .flatMap(one -> one instanceof Field(var observation) ? Stream.of(observation.property()) : Stream.of())
                .collect(joining(" "));
    }

    private Optional<Verdict> verdict(SensorId sensor, Decoded found, InboundMessage message) {
        return switch (found) {
            case Observation observation ->
                Optional.of(checks.check(sensor, observation, message.arrivedAt(), message.retained()));
            case Field field -> checks.check(sensor, field, message.arrivedAt(), message.retained());
            case Refusal(var reason, var detail) -> Optional.of(new Rejected(reason, detail));
        };
    }

    private Said said(Incoming incoming, Optional<String> format, SensorId sensor) {
        for (var decoder : decoders) {
            if (format.isPresent() ? !decoder.format().equals(format.get()) : !decoder.isUnmistakable()) continue;
            var found = decoder.decode(incoming);
            if (found.isPresent()) return new Said(found.get(), decoder.vitals(incoming), decoder.port(incoming));
        }
        // Of somebody who is not registered yet, what can be mistaken is shown to whoever is to say what it is.
        if (format.isEmpty() && !checks.knows(sensor)) {
            var guessed = guess(incoming);
            if (!guessed.isEmpty()) return new Said(guessed);
        }
        var detail = switch (incoming.json()) {
            case Json.Broken(var flaw) -> flaw.detail();
            case Json.Read(var root) -> "JSON in no known form";
        };
        return new Said(List.of(new Refusal(RejectReason.MALFORMED, detail)));
    }

    /** What the formats make of it that are asked only where they are agreed. */
    private List<Decoded> guess(Incoming incoming) {
        return decoders.stream()
                .filter(decoder -> !decoder.isUnmistakable())
                .flatMap(decoder -> decoder.decode(incoming).stream())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
