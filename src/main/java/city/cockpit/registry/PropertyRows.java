package city.cockpit.registry;

import city.cockpit.measurement.Domain;
import city.cockpit.measurement.Kind;
import city.cockpit.measurement.NeighbourLimits;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.ObservedProperty;
import city.cockpit.measurement.PlausibleRange;
import city.cockpit.measurement.Unit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The tables {@code observed_property}, a copy of what ships and what was added, and {@code own_property}. */
@Repository
class PropertyRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient sql;

    PropertyRows(JdbcClient sql) {
        this.sql = sql;
    }

    void writeShipped(ObservedProperties properties) {
        write(properties.list().stream()
                .filter(property -> properties.isShipped(property.key()))
                .toList());
    }

    private void write(List<ObservedProperty> properties) {
        sql.sql("""
                        INSERT INTO observed_property (key, domain, kind, ucum, decimals, name_de, name_en)
                        SELECT key, domain, kind, ucum, decimals, name_de, name_en
                          FROM jsonb_to_recordset(CAST(:rows AS jsonb))
                               AS given (key text, domain text, kind text, ucum text, decimals smallint, name_de text,
                                         name_en text)
                            ON CONFLICT (key) DO UPDATE
                           SET domain = excluded.domain, kind = excluded.kind, ucum = excluded.ucum,
                               decimals = excluded.decimals, name_de = excluded.name_de, name_en = excluded.name_en""")
                .param(
                        "rows",
                        JSON.writeValueAsString(
                                properties.stream().map(PropertyRows::row).toList()))
                .update();
    }

    private static Map<String, Object> row(ObservedProperty property) {
        return Map.of(
                "key", property.key(),
                "domain", property.domain().name(),
                "kind", property.kind().name(),
                "ucum", property.unit().ucum(),
                "decimals", property.decimals(),
                "name_de", property.germanName(),
                "name_en", property.englishName());
    }

    /** What the town has added, by key. */
    List<ObservedProperty> listOwn() {
        return sql.sql("""
                        SELECT own_property.key, domain, kind, ucum, symbol, decimals, lowest, highest, plausible_lowest,
                               plausible_highest, scale, name_de, name_en
                          FROM own_property JOIN observed_property USING (key) ORDER BY key""").query((row, n) -> own(row)).list();
    }

    private static ObservedProperty own(ResultSet row) throws SQLException {
        return new ObservedProperty(
                row.getString("key"),
                Domain.valueOf(row.getString("domain")),
                Kind.valueOf(row.getString("kind")),
                new Unit(row.getString("ucum"), row.getString("symbol")),
                row.getInt("decimals"),
                row.getDouble("lowest"),
                row.getDouble("highest"),
                new PlausibleRange(
                        end(row, "plausible_lowest", Double.NEGATIVE_INFINITY),
                        end(row, "plausible_highest", Double.POSITIVE_INFINITY)),
                NeighbourLimits.NONE,
                ScaleJson.read(row.getString("scale")),
                row.getString("name_de"),
                row.getString("name_en"));
    }

    private static double end(ResultSet row, String column, double open) throws SQLException {
        var value = row.getObject(column, Double.class);
        return value == null ? open : value;
    }

    void writeOwn(ObservedProperty property, String by) {
        write(List.of(property));
        sql.sql("""
                        INSERT INTO own_property (key, symbol, lowest, highest, plausible_lowest, plausible_highest,
                                                  scale, changed_by)
                        VALUES (:key, :symbol, :lowest, :highest, :plausibleLowest, :plausibleHighest,
                                CAST(:scale AS jsonb), :by)
                            ON CONFLICT (key) DO UPDATE
                           SET symbol = excluded.symbol, lowest = excluded.lowest, highest = excluded.highest,
                               plausible_lowest = excluded.plausible_lowest,
                               plausible_highest = excluded.plausible_highest, scale = excluded.scale,
                               changed_by = excluded.changed_by""")
                .param("key", property.key())
                .param("symbol", property.unit().symbol())
                .param("lowest", property.lowest())
                .param("highest", property.highest())
                .param("plausibleLowest", end(property.plausible().lowest()), Types.DOUBLE)
                .param("plausibleHighest", end(property.plausible().highest()), Types.DOUBLE)
                .param("scale", property.scale().map(ScaleJson::write).orElse(null), Types.VARCHAR)
                .param("by", by)
                .update();
    }

    private static @Nullable Double end(double value) {
        return Double.isInfinite(value) ? null : value;
    }
}
