package city.cockpit.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people read about the flow of readings is what the ledger counted, minute by minute. */
class FlowWatchTests {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final IngestLedger ledger = new IngestLedger();
    private final Latencies latencies = new Latencies();
    private Instant now = NOON;
    private long waiting;
    private Optional<Instant> databaseAwaySince = Optional.empty();
    private final FlowWatch watch =
            new FlowWatch(() -> now, ledger::counts, () -> waiting, () -> databaseAwaySince, latencies);

    @Test
    void eachMinuteHasWhatBecameOfItsReadings() {
        ledger.received(10);
        ledger.stored(7);
        ledger.duplicate(1);
        ledger.rejected(RejectReason.MALFORMED, 2);
        at("12:01:00");
        ledger.received(5);
        ledger.stored(4);

        var flow = at("12:01:30");

        assertThat(flow.minutes()).extracting(FlowMinute::start).containsExactly(NOON, time("12:01:00"));
        assertThat(flow.minutes())
                .extracting(FlowMinute::counts)
                .containsExactly(
                        new Counts(10, 7, 1, 2, 0, Map.of(RejectReason.MALFORMED, 2L)),
                        new Counts(5, 4, 0, 0, 1, Map.of()));
        assertThat(flow.counts()).isEqualTo(ledger.counts());
    }

    @Test
    void itRemembersAnHourAndNoMore() {
        for (var minute = 1; minute <= 90; minute++) {
            now = NOON.plus(Duration.ofMinutes(minute));
            watch.look();
        }

        var flow = at("13:30:30");

        assertThat(flow.minutes()).hasSize(Flow.MINUTES);
        assertThat(flow.minutes().getFirst().start()).isEqualTo(time("12:31:00"));
        assertThat(flow.minutes().getLast().start()).isEqualTo(time("13:30:00"));
    }

    @Test
    void theMostThatWaitedInAMinuteIsRememberedWhenTheJamIsOver() {
        waiting = 300;
        at("12:00:20");
        waiting = 0;

        assertThat(at("12:00:40").minutes().getLast().mostWaiting()).isEqualTo(300);
        assertThat(at("12:01:00").waiting()).isZero();
        assertThat(at("12:01:20").minutes().getLast().mostWaiting()).isZero();
    }

    @Test
    void aMinuteSaysHowLongItsMessagesTook() {
        for (var millis = 1; millis <= 100; millis++) latencies.record(Duration.ofMillis(millis));

        var latency = at("12:00:30").minutes().getLast().latency().orElseThrow();

        assertThat(latency.median()).isBetween(Duration.ofMillis(49), Duration.ofMillis(52));
        assertThat(latency.most()).isBetween(Duration.ofMillis(98), Duration.ofMillis(101));
        at("12:01:00");
        assertThat(at("12:01:10").minutes().getLast().latency()).isEmpty();
    }

    @Test
    void aClockThatWasSetBackAndAnHourlongOutageDoNotFalsifyTheOthers() {
        latencies.record(Duration.ofSeconds(-30));
        latencies.record(Duration.ofDays(2));

        var latency = at("12:00:30").minutes().getLast().latency().orElseThrow();

        assertThat(latency.median()).isZero();
        assertThat(latency.most()).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
    }

    @Test
    void aDatabaseThatIsAwayIsToldSinceWhen() {
        databaseAwaySince = Optional.of(NOON);

        assertThat(at("12:00:10").databaseAwaySince()).contains(NOON);
    }

    private Flow at(String time) {
        now = time(time);
        return watch.look();
    }

    private static Instant time(String time) {
        return Instant.parse("2026-11-22T%sZ".formatted(time));
    }
}
