package city.cockpit.ingest.hook;

import static city.cockpit.ingest.City.counts;
import static city.cockpit.ingest.RejectReason.MALFORMED;
import static city.cockpit.ingest.RejectReason.OVERSIZED;
import static city.cockpit.ingest.RejectReason.UNKNOWN_SENSOR;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.cockpit.ingest.City;
import city.cockpit.ingest.Intake;
import city.cockpit.ingest.JsonReaders;
import city.cockpit.ingest.RejectReason;
import city.cockpit.ingest.decode.CanonicalDecoder;
import city.cockpit.mqtt.InboundMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Messages of network servers and devices by HTTP, as these send them, into the whole pipeline. */
class WebHookTests {

    private static final HookSettings SETTINGS = new HookSettings(2, Duration.ofMillis(400), Duration.ofSeconds(10));

    private final City city = new City()
            .withSensor(
                    "pegel-fulda/water_level",
                    "24e124535b316056/temperature",
                    "24e124535b316056/humidity",
                    "24e124535b316056/pressure")
            .started();
    private final MockMvc web = web(city.intake(), SETTINGS);

    @AfterEach
    void everyReadingIsCountedOnce() {
        city.close();
    }

    @Test
    void whatNetworkServersSendIsStoredAndOnlyThenConfirmed() {
        assertThat(send("things-stack", sample("things-stack.json")).getStatus())
                .isEqualTo(204);
        assertThat(city.ledgerNow()).isEqualTo(counts().stored(1).sum());
        assertThat(send("chirpstack?event=up", sample("chirpstack.json")).getStatus())
                .isEqualTo(204);
        assertThat(city.ledgerNow()).isEqualTo(counts().stored(4).sum());
    }

    @Test
    void whatIsSentAgainIsStoredOnce() {
        send("things-stack", sample("things-stack.json"));
        assertThat(send("things-stack", sample("things-stack.json")).getStatus())
                .isEqualTo(204);
        assertThat(city.ledgerNow()).isEqualTo(counts().stored(1).duplicate(1).sum());
    }

    @Test
    void aDeviceThatNobodyRegisteredIsConfirmedAndWaitsInTheInbox() {
        assertThat(send("sensor-community", sample("sensor-community.json"), "X-Sensor", "esp8266-12345678")
                        .getStatus())
                .isEqualTo(204);
        assertThat(send("sensor-community", sample("sensor-community.json")).getStatus())
                .as("without the header, by the number in the message")
                .isEqualTo(204);
        assertThat(city.ledgerNow())
                .isEqualTo(counts().rejected(UNKNOWN_SENSOR, 2).sum());
        assertThat(city.rejectedMessagesOf("city/esp8266-12345678")).isEqualTo(2);
    }

    @Test
    void aDeviceOfTheThingsStackIsKnownByItsDevEuiToo() {
        city.withSensor("70b3d57ed005a2f1/water_level");
        var renamed = sample("things-stack.json").replace("pegel-fulda", "anderer-name");
        assertThat(send("things-stack", renamed).getStatus()).isEqualTo(204);
        assertThat(city.stored("70b3d57ed005a2f1/water_level")).hasSize(1);
    }

    @Test
    void whatIsNoMessageOfThatKindIsNoUseSendingAgain() {
        var nonsense =
                List.of("", "{", "[]", "{\"end_device_ids\":{}}", "{\"end_device_ids\":{\"device_id\":\"../../etc\"}}");
        for (var body : nonsense) {
            var answer = send("things-stack", body);
            assertThat(answer.getStatus()).as(body).isEqualTo(400);
            assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        }
        assertThat(send("chirpstack", sample("things-stack.json")).getStatus()).isEqualTo(400);
        assertThat(send("nowhere", "{}").getStatus()).isEqualTo(404);
        assertThat(city.ledgerNow()).isEqualTo(counts().rejected(MALFORMED, 6).sum());
    }

    @Test
    void aMessageThatIsTooLargeIsNotEvenRead() {
        assertThat(send("things-stack", " ".repeat(100_000)).getStatus()).isEqualTo(413);
        assertThat(city.ledgerNow()).isEqualTo(counts().rejected(OVERSIZED, 1).sum());
    }

    @Test
    void whileTheDatabaseIsAwayNothingIsConfirmedAndNothingIsLost() {
        city.database().goesAway();
        var answer = send("things-stack", sample("things-stack.json"));
        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("10");
        assertThat(city.ledgerNow().stored()).isZero();
        var begin = System.nanoTime();
        assertThat(send("chirpstack", sample("chirpstack.json")).getStatus()).isEqualTo(503);
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .as("nobody waits where the outage is known")
                .isLessThan(SETTINGS.patience());
        city.database().isBack();
        await().until(() -> city.ledgerNow().pending() == 0);
        assertThat(send("things-stack", sample("things-stack.json")).getStatus())
                .isEqualTo(204);
        assertThat(send("chirpstack", sample("chirpstack.json")).getStatus()).isEqualTo(204);
        assertThat(city.ledgerNow()).isEqualTo(counts().stored(4).duplicate(1).sum());
    }

    @Test
    void whatIsUnderWayWhenTheCockpitStopsIsNotConfirmed() {
        city.stops();
        assertThat(send("things-stack", sample("things-stack.json")).getStatus())
                .isEqualTo(503);
        assertThat(city.ledgerNow()).isEqualTo(counts().sum());
    }

    @Test
    void whenTooManyAreUnderWayTheNextShallComeBack() throws InterruptedException {
        var slow = new SlowIntake();
        var busy = web(slow, SETTINGS);
        var answers = new CopyOnWriteArrayList<Integer>();
        var senders = new ArrayList<Thread>();
        for (var i = 0; i < 2; i++)
            senders.add(Thread.ofVirtual()
                    .start(() -> answers.add(send(busy, "things-stack", sample("things-stack.json"))
                            .getStatus())));
        await().until(() -> slow.waiting.size() == 2);
        assertThat(send(busy, "things-stack", sample("things-stack.json")).getStatus())
                .isEqualTo(503);
        slow.waiting.forEach(InboundMessage::acknowledge);
        for (var sender : senders) sender.join();
        assertThat(answers).containsExactly(204, 204);
        slow.full = true;
        assertThat(send(busy, "things-stack", sample("things-stack.json")).getStatus())
                .as("no room in the pipeline")
                .isEqualTo(503);
    }

    @Test
    void thePageTellsWhatCame() {
        var door = door(city.intake(), SETTINGS);
        assertThat(door.now().get(WebHook.CHIRPSTACK)).isEqualTo(new WebHooks.Use(0, 0, 0, Optional.empty()));
        door.take(WebHook.CHIRPSTACK, sample("chirpstack.json").getBytes(UTF_8), Optional.empty());
        door.take(WebHook.CHIRPSTACK, new byte[0], Optional.empty());
        city.database().goesAway();
        door.take(WebHook.CHIRPSTACK, sample("chirpstack.json").getBytes(UTF_8), Optional.empty());
        city.database().isBack();
        assertThat(door.now().get(WebHook.CHIRPSTACK)).isEqualTo(new WebHooks.Use(1, 1, 1, Optional.of(City.NOW)));
        city.settle();
    }

    private MockHttpServletResponse send(String hook, String body, String... header) {
        return send(web, hook, body, header);
    }

    private static MockHttpServletResponse send(MockMvc web, String hook, String body, String... header) {
        var request = MockMvcRequestBuilders.post("/api/v1/hooks/" + hook).content(body);
        if (header.length > 0) request.header(header[0], header[1]);
        try {
            return web.perform(request).andReturn().getResponse();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private MockMvc web(Intake intake, HookSettings settings) {
        return MockMvcBuilders.standaloneSetup(new HookEndpoint(door(intake, settings), settings))
                .build();
    }

    private HookDoor door(Intake intake, HookSettings settings) {
        return new HookDoor(intake, JsonReaders.withDefaultLimits(), city.catalog(), settings, () -> City.NOW);
    }

    private static String sample(String name) {
        try (var file = CanonicalDecoder.class.getResourceAsStream(name)) {
            if (file == null) throw new AssertionError("no sample " + name);
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A pipeline that takes its time. */
    private static final class SlowIntake implements Intake {

        private final List<InboundMessage> waiting = new CopyOnWriteArrayList<>();
        private volatile boolean full;

        @Override
        public long largest() {
            return 10_000;
        }

        @Override
        public Optional<Instant> databaseAwaySince() {
            return Optional.empty();
        }

        @Override
        public boolean handle(InboundMessage message) {
            return !full && waiting.add(message);
        }

        @Override
        public void turnedAway(RejectReason reason) {
            throw new AssertionError("a good message was turned away: " + reason);
        }
    }
}
