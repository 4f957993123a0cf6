package city.cockpit.registry;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.toUnmodifiableMap;

import city.cockpit.measurement.SensorId;
import city.cockpit.registry.SensorAliases.Alias;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code sensor_alias} with a copy in memory, which follows what other nodes write every two seconds. */
@Repository
class AliasTable implements SensorAliases, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AliasTable.class);
    private static final Duration PERIOD = Duration.ofSeconds(2);

    private final JdbcClient sql;
    private final InstantSource clock;
    private volatile Map<SensorId, SensorId> copy = Map.of();
    private volatile @Nullable ScheduledExecutorService follower;
    private boolean waiting;

    AliasTable(JdbcClient sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
        renew();
    }

    /** From memory. */
    SensorId sensorNamed(SensorId name) {
        return copy.getOrDefault(name, name);
    }

    @Override
    public boolean assign(SensorId name, SensorId sensor, String by) {
        return sql.sql("""
                        INSERT INTO sensor_alias (name, sensor_name, assigned_at, assigned_by)
                        SELECT :name, sensor.name, :at, :by FROM sensor
                         WHERE sensor.name = :sensor AND NOT EXISTS (SELECT FROM sensor WHERE name = :name)
                            ON CONFLICT (name) DO UPDATE
                           SET sensor_name = excluded.sensor_name, assigned_at = excluded.assigned_at,
                               assigned_by = excluded.assigned_by""")
                        .param("name", name.value())
                        .param("sensor", sensor.value())
                        .param("at", clock.instant().atOffset(UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    @Override
    public boolean unassign(SensorId name) {
        return sql.sql("DELETE FROM sensor_alias WHERE name = :name")
                        .param("name", name.value())
                        .update()
                == 1;
    }

    @Override
    public List<Alias> listAliases() {
        return sql.sql("SELECT name, sensor_name, assigned_at, assigned_by FROM sensor_alias ORDER BY name")
                .query((row, n) -> new Alias(
                        new SensorId(row.getString("name")),
                        new SensorId(row.getString("sensor_name")),
                        row.getObject("assigned_at", OffsetDateTime.class).toInstant(),
                        row.getString("assigned_by")))
                .list();
    }

    @Override
    public void renew() {
        copy = listAliases().stream().collect(toUnmodifiableMap(Alias::name, Alias::sensor));
    }

    private void follow() {
        try {
            renew();
            waiting = false;
        } catch (RuntimeException e) {
            if (!waiting) log.warn("The names that other nodes assign to sensors wait for the database");
            log.debug("The failure", e);
            waiting = true;
        }
    }

    @Override
    public void start() {
        var thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("sensor-aliases").daemon().factory());
        var _ = thread.scheduleWithFixedDelay(
                this::follow, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        follower = thread;
    }

    @Override
    public void stop() {
        var thread = follower;
        if (thread != null) thread.shutdownNow();
        follower = null;
    }

    @Override
    public boolean isRunning() {
        return follower != null;
    }
}
