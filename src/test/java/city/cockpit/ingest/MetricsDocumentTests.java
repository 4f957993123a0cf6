package city.cockpit.ingest;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of metrics in the documentation is drawn from what Prometheus gets; {@code -Ddocs.write=true} draws it anew. */
class MetricsDocumentTests {

    private static final Path DOCUMENT = Path.of("src/docs/generated/metrics.md");
    private static final Pattern METRIC = Pattern.compile("# HELP (\\S+) (.*)\n# TYPE \\S+ (\\S+)");

    @Test
    void theTableOfMetricsTellsTheTruth() throws IOException {
        var drawn = draw();
        if (Boolean.getBoolean("docs.write")) Files.writeString(DOCUMENT, drawn);
        assertThat(Files.readString(DOCUMENT)).isEqualTo(drawn);
    }

    private static String draw() {
        return """
                # Metrics

                Drawn from the code by `MetricsDocumentTests`. Prometheus asks `/actuator/prometheus` on the port of the management (by default one above the pages, on this machine only); Spring Boot adds what it knows of memory, threads, the pool of connections and requests. All numbers are those of one node since its process began: add the nodes up.

                | Metric | Kind | What it says |
                | --- | --- | --- |
                %s

                `cockpit_ingest_readings_total` is the ledger of the page "Datenfluss". Its `outcome` is `stored`, `duplicate` or `rejected`; with `rejected`, `reason` is one of %s, else `none`. Every reading is counted once: what was received is the sum over all outcomes and `cockpit_ingest_pending`.

                Worth an alarm: `cockpit_ingest_database_away == 1` for a minute; `cockpit_ingest_waiting` above 1,000 for five minutes; `increase(cockpit_ingest_readings_total{outcome="stored"}[15m]) == 0` in a town that never sleeps; a `rejected` that grows faster than usual.
                """.formatted(metrics(), reasons());
    }

    private static String metrics() {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        var city = new City().started();
        try {
            city.metrics().bindTo(registry);
            return METRIC.matcher(registry.scrape())
                    .results()
                    .map(found -> "| `%s` | %s | %s |".formatted(found.group(1), found.group(3), found.group(2)))
                    .sorted()
                    .collect(joining("\n"));
        } finally {
            city.close();
        }
    }

    private static String reasons() {
        return Arrays.stream(RejectReason.values()).map("`%s`"::formatted).collect(joining(", "));
    }
}
