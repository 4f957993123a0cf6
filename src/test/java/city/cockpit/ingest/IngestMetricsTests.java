package city.cockpit.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IngestMetricsTests {

    private final City city = new City().withSensor("air-07/pm10").started();

    @AfterEach
    void everyReadingIsCountedOnce() {
        city.close();
    }

    @Test
    void theLedgerIsExportedByOutcomeAndReason() {
        var metrics = new SimpleMeterRegistry();
        city.metrics().bindTo(metrics);
        for (var i = 0; i < 2; i++) city.receives("city/air-07", """
                {"time":"2026-11-22T10:14:00Z","values":{"pm10":12.3,"pm2_5":1}}""");
        city.settle();
        assertThat(count(metrics, "stored", "none")).isEqualTo(1);
        assertThat(count(metrics, "duplicate", "none")).isEqualTo(1);
        assertThat(count(metrics, "rejected", "UNKNOWN_PROPERTY")).isEqualTo(2);
        assertThat(count(metrics, "rejected", "CONFLICT")).isZero();
        assertThat(metrics.get("cockpit.ingest.pending").gauge().value()).isZero();
        assertThat(metrics.get("cockpit.ingest.database.away").gauge().value()).isZero();
    }

    @Test
    void howLongMessagesTakeAndHowManyReadingsAreWrittenTogetherIsExported() {
        var metrics = new SimpleMeterRegistry();
        city.metrics().bindTo(metrics);
        city.receives("city/air-07", """
                {"time":"2026-11-22T10:14:00Z","values":{"pm10":12.3,"pm2_5":1}}""");
        city.settle();
        await().until(() -> metrics.get("cockpit.ingest.batch").summary().count() == 1);
        assertThat(metrics.get("cockpit.ingest.batch").summary().totalAmount()).isEqualTo(2);
        assertThat(metrics.get("cockpit.ingest.delay").timer().count()).isEqualTo(1);
        assertThat(metrics.get("cockpit.ingest.writing").timer().count()).isEqualTo(1);
    }

    private static double count(SimpleMeterRegistry metrics, String outcome, String reason) {
        return metrics.get("cockpit.ingest.readings")
                .tag("outcome", outcome)
                .tag("reason", reason)
                .functionCounter()
                .count();
    }
}
