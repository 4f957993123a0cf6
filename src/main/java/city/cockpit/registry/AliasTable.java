package city.cockpit.registry;

import static java.time.ZoneOffset.UTC;

import city.cockpit.measurement.SensorId;
import city.cockpit.registry.SensorAliases.Alias;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code sensor_alias}, of which every node has a copy in its {@link Snapshot}. */
@Repository
class AliasTable implements SensorAliases {

    private final JdbcClient sql;
    private final Registry registry;
    private final InstantSource clock;

    AliasTable(JdbcClient sql, Registry registry, InstantSource clock) {
        this.sql = sql;
        this.registry = registry;
        this.clock = clock;
    }

    @Override
    public boolean assign(SensorId name, SensorId sensor, String by) {
        return registry.change(turn -> write(name, sensor, by));
    }

    private boolean write(SensorId name, SensorId sensor, String by) {
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
        return registry.change(turn -> sql.sql("DELETE FROM sensor_alias WHERE name = :name")
                        .param("name", name.value())
                        .update()
                == 1);
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
}
