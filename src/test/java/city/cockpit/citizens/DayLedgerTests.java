package city.cockpit.citizens;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.ingest.Counts;
import city.cockpit.measurement.Town;
import city.cockpit.preview.PreviewCity;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DayLedgerTests {

    private static final Instant EVENING = Instant.parse("2026-05-21T20:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-05-21T22:00:00Z");

    private final PreviewCity city = new PreviewCity();
    private final AtomicReference<Counts> counts = new AtomicReference<>(counts(0, 0, 0));

    @Test
    void onTheFirstDayEverythingCountsSinceTheCockpitBegan() {
        city.publish(EVENING);
        var ledger = ledger();
        counts.set(counts(100, 97, 3));
        city.publish(EVENING.plusSeconds(10));
        assertThat(ledger.today())
                .isEqualTo(new DayLedger.Today(EVENING, EVENING, EVENING.plusSeconds(10), 100, 97, 3));
    }

    @Test
    void atMidnightOfTheTownANewDayBegins() {
        city.publish(EVENING);
        var ledger = ledger();
        counts.set(counts(100, 97, 3));
        city.publish(MIDNIGHT);
        counts.set(counts(110, 106, 4));
        city.publish(MIDNIGHT.plusSeconds(60));
        assertThat(ledger.today())
                .isEqualTo(new DayLedger.Today(MIDNIGHT, EVENING, MIDNIGHT.plusSeconds(60), 10, 9, 1));
    }

    @Test
    void itIsLookedAtEveryTenSecondsAtMost() {
        city.publish(EVENING);
        var ledger = ledger();
        counts.set(counts(1, 1, 0));
        city.publish(EVENING.plusSeconds(9));
        assertThat(ledger.today().received()).isZero();
    }

    private DayLedger ledger() {
        return new DayLedger(city, counts::get, () -> new Town("Musterstadt", ZoneId.of("Europe/Berlin")), EVENING);
    }

    private static Counts counts(long received, long stored, long rejected) {
        return new Counts(received, stored, 0, rejected, 0, Map.of());
    }
}
