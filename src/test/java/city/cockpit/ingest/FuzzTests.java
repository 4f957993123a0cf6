package city.cockpit.ingest;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import city.cockpit.history.Admission;
import city.cockpit.measurement.FakeCatalog;
import city.cockpit.mqtt.InboundMessage;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/**
 * Whatever bytes come on whatever topic: every decoder answers, soon and with little memory, and every reading is counted
 * once. With {@code -Dcockpit.test.long=true} it looks for longer; a failure names the seed that finds it again.
 */
class FuzzTests {

    private static final Logger log = LoggerFactory.getLogger(FuzzTests.class);
    private static final Duration EACH = Duration.ofSeconds(Boolean.getBoolean("cockpit.test.long") ? 120 : 2);
    private static final int WARM = 500;
    /** Of one processor, for one message. A garbage collection may fall into it. */
    private static final Duration SLOWEST = Duration.ofSeconds(1);
    /** For one message of at most 64 kB. */
    private static final long MOST_MEMORY = 16L << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final IngestSettings settings = City.settings(Map.of());
    private final FakeCatalog catalog = new FakeCatalog();
    private final Interpreter interpreter = new Interpreter(
            City.DECODERS,
            new Checks(catalog, (property, arrival) -> arrival.minus(City.RETENTION)),
            new JsonReader(settings),
            new TownConventions(() -> City.BERLIN),
            settings);

    FuzzTests() {
        catalog.add("air-07/pm10", "Marktplatz");
        catalog.add("air-07/pm2_5", "Marktplatz");
        catalog.add("air-07/temperature", "Marktplatz");
    }

    @Test
    void theSameMessagesAsAlwaysDoNoHarm() {
        look(20_261_122);
    }

    @Test
    void newMessagesEachTimeDoNoHarm() {
        look(new Random().nextLong());
    }

    @Test
    void everyDecoderTakesPart() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Decoder.class));
        assertThat(City.DECODERS.stream().map(decoder -> decoder.getClass().getName()))
                .containsExactlyInAnyOrderElementsOf(scanner.findCandidateComponents("city.cockpit.ingest").stream()
                        .map(bean -> String.valueOf(bean.getBeanClassName()))
                        .collect(toSet()));
    }

    @Test
    void theLedgerIsBalancedWhateverCame() {
        var messages = new HostileMessages(20_261_123);
        var city = new City(Map.of("queue", "10000")).withSensor("air-07/pm10", "air-07/pm2_5", "air-07/temperature");
        for (var i = 0; i < 4_000; i++) city.receives(messages.topic(), messages.payload());
        city.started();
        assertThat(city.ledger().rejectedByReason()).doesNotContainKey(RejectReason.DEFECT);
        assertThat(city.ledger().stored()).isPositive();
        city.close();
    }

    private void look(long seed) {
        var messages = new HostileMessages(seed);
        var end = System.nanoTime() + EACH.toNanos();
        var i = 0;
        for (; System.nanoTime() < end; i++) {
            var message = new InboundMessage(
                    "cockpit", messages.topic(), messages.payload(), 0, i % 7 == 0, City.NOW, new City.Message());
            try {
                if (i < WARM) check(interpreter.interpret(message));
                else check(measured(message));
            } catch (Throwable e) {
                fail(
                        "seed %d, message %d on %s: %s"
                                .formatted(
                                        seed,
                                        i,
                                        Printable.line(message.topic(), 100),
                                        Printable.line(Printable.textOrHex(message.payload()), 2_000)),
                        e);
            }
        }
        log.info("{} messages of the seed {} did no harm", i, seed);
    }

    private Interpreted measured(InboundMessage message) {
        var time = THREADS.getCurrentThreadCpuTime();
        var memory = THREADS.getCurrentThreadAllocatedBytes();
        var result = interpreter.interpret(message);
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - memory)
                .as("bytes")
                .isLessThan(MOST_MEMORY);
        assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - time)).isLessThan(SLOWEST);
        return result;
    }

    private void check(Interpreted result) {
        assertThat(result.count()).isLessThanOrEqualTo(settings.maxReadings());
        assertThat(result.count() > 0 || result.status().isPresent()).isTrue();
        for (var refusal : result.rejected()) {
            assertThat(refusal.reason()).isNotEqualTo(RejectReason.DEFECT);
            assertThat(refusal.detail()).hasSizeLessThanOrEqualTo(400).doesNotContain("\u0000");
        }
        for (var reading : result.readings()) {
            var property = catalog.series(reading.series()).property();
            assertThat(property.isPossible(reading.value())).isTrue();
            assertThat(reading.phenomenonTime())
                    .isBetween(City.NOW.minus(City.RETENTION).minusMillis(1), City.NOW.plus(Admission.LEEWAY));
        }
    }
}
