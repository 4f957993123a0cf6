package city.cockpit.onboarding;

import city.cockpit.ingest.Decoder;
import city.cockpit.ingest.JsonReaders;
import city.cockpit.ingest.decode.CanonicalDecoder;
import city.cockpit.ingest.decode.ChirpstackDecoder;
import city.cockpit.ingest.decode.JsonFieldsDecoder;
import city.cockpit.ingest.decode.PlainNumberDecoder;
import city.cockpit.ingest.decode.SenmlDecoder;
import city.cockpit.ingest.decode.SensorCommunityDecoder;
import city.cockpit.ingest.decode.ShellyDecoder;
import city.cockpit.ingest.decode.TasmotaDecoder;
import city.cockpit.ingest.decode.ThingsStackDecoder;
import city.cockpit.ingest.decode.Zigbee2mqttDecoder;
import city.cockpit.ingest.kept.Inbox;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.Town;
import city.cockpit.registry.Sensors;
import city.cockpit.town.TownHall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/** What it takes to register sensors, without a database. */
public final class Benches {

    public static final Instant NOW = Instant.parse("2026-11-22T09:15:00Z");

    private static final ObservedProperties PROPERTIES = ObservedProperties.load();
    private static final Town TOWN = new Town("Musterstadt", ZoneId.of("Europe/Berlin"));

    private Benches() {}

    /** In a fixed order in which the formats that can be mistaken come first, which must not matter. */
    private static List<Decoder> decoders() {
        return List.of(
                new JsonFieldsDecoder(),
                new PlainNumberDecoder(),
                new CanonicalDecoder(),
                new ChirpstackDecoder(),
                new SenmlDecoder(),
                new SensorCommunityDecoder(),
                new ShellyDecoder(),
                new TasmotaDecoder(),
                new ThingsStackDecoder(),
                new Zigbee2mqttDecoder());
    }

    static Matcher matcher() {
        return new Matcher(new FieldNames(PROPERTIES), PROPERTIES);
    }

    public static Proposer proposer(InstantSource clock) {
        return new Proposer(decoders(), JsonReaders.withDefaultLimits(), matcher(), () -> TOWN, clock);
    }

    public static Onboarding onboarding(Sensors sensors, Inbox inbox, TownHall town, InstantSource clock) {
        return new Onboarding(sensors, inbox, proposer(clock), PROPERTIES, new TownBorder(town, sensors), town, clock);
    }

    /** What stands beside the class of each format. */
    public static String sample(String file) {
        var name = "/city/cockpit/ingest/decode/" + file;
        try (var in = Objects.requireNonNull(Benches.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
