package city.cockpit.ingest;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import city.cockpit.harness.TestDatabase;
import city.cockpit.harness.TestMosquitto;
import city.cockpit.live.LiveCity;
import city.cockpit.live.SeriesState;
import city.cockpit.measurement.SeriesId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A cockpit without screens, in this process, on an external broker. */
final class Backroom implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Backroom(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts one.
     *
     * @param databasePort where the database is reached, its own port or that of a wire to it
     * @param brokerPort the same of the broker
     */
    static Backroom start(
            TestDatabase database, int databasePort, TestMosquitto broker, int brokerPort, String... settings) {
        var arguments = new ArrayList<>(List.of(
                "--spring.datasource.url=" + database.url().replaceFirst(":[0-9]+/", ":" + databasePort + "/"),
                "--spring.datasource.username=" + database.owner().username(),
                "--spring.datasource.password=" + database.owner().password(),
                "--spring.datasource.hikari.connection-timeout=1000",
                "--spring.datasource.hikari.data-source-properties.socketTimeout=5",
                "--cockpit.ingest.retry-at-most=500ms",
                "--cockpit.mqtt.broker=tcp://127.0.0.1:" + brokerPort,
                "--cockpit.mqtt.username=" + TestMosquitto.COCKPIT,
                "--cockpit.mqtt.password=" + broker.password(),
                "--cockpit.mqtt.retry-after=50ms",
                "--cockpit.mqtt.retry-at-most=500ms",
                "--spring.main.banner-mode=off"));
        arguments.addAll(List.of(settings));
        return new Backroom(new SpringApplicationBuilder(PipelineIT.Backstage.class)
                .web(WebApplicationType.NONE)
                .run(arguments.toArray(String[]::new)));
    }

    Counts counts() {
        return context.getBean(IngestLedger.class).counts();
    }

    SeriesState series(SeriesId id) {
        return requireNonNull(context.getBean(LiveCity.class).picture().series().get(id));
    }

    /** Waits until that many readings or more were received and all are settled. */
    Counts awaitSettled(long received) {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            var counts = counts();
            return counts.received() >= received && counts.pending() == 0;
        });
        return counts();
    }

    @Override
    public void close() {
        context.close();
    }
}
