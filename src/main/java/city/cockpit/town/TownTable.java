package city.cockpit.town;

import static java.time.ZoneOffset.UTC;

import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Change;
import city.cockpit.audit.Deed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables {@code town} and {@code town_arms}: one row for each version, so that one can go back. */
@Repository
class TownTable implements TownStore {

    private static final String VERSIONS = """
            SELECT version, name, time_zone, accent_light, accent_dark, media_type, image, arms_description, boundary,
                   office, email, phone, imprint, privacy, accessibility, licence, saved_at, saved_by
              FROM town JOIN town_arms ON town_arms.key = arms_key
            """;

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final AuditTrail trail;

    TownTable(JdbcClient sql, TransactionTemplate transaction, AuditTrail trail) {
        this.sql = sql;
        this.transaction = transaction;
        this.trail = trail;
    }

    @Override
    public Optional<SavedTown> findNewest() {
        return sql.sql(VERSIONS + " ORDER BY version DESC LIMIT 1")
                .query((row, n) -> savedTown(row))
                .optional();
    }

    @Override
    public Optional<SavedTown> find(long version) {
        return sql.sql(VERSIONS + " WHERE version = :version")
                .param("version", version)
                .query((row, n) -> savedTown(row))
                .optional();
    }

    @Override
    public Optional<ArmsImage> findArms(String key) {
        return sql.sql("SELECT media_type, image FROM town_arms WHERE key = :key")
                .param("key", key)
                .query((row, n) -> arms(row))
                .optional();
    }

    @Override
    public boolean add(SavedTown next, Deed deed, List<Change> changes) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            // One at a time: arms that nobody needs are not swept away under someone who is about to need them.
            sql.sql("LOCK TABLE town IN EXCLUSIVE MODE").update();
            if (!isFollowing(next.version())) return false;
            insertArms(next.profile().arms());
            insert(next);
            sweep(next.version());
            trail.record(next.savedBy(), deed, next.profile().name(), changes);
            return true;
        }));
    }

    private boolean isFollowing(long version) {
        return sql.sql("SELECT coalesce(max(version), 0) + 1 = :version FROM town")
                .param("version", version)
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    private void insertArms(ArmsImage arms) {
        sql.sql("""
                        INSERT INTO town_arms (key, media_type, image) VALUES (:key, :type, :image)
                            ON CONFLICT (key) DO NOTHING""")
                .param("key", arms.key())
                .param("type", arms.type().mediaType())
                .param("image", arms.bytes())
                .update();
    }

    private void insert(SavedTown next) {
        var profile = next.profile();
        sql.sql("""
                        INSERT INTO town (version, name, time_zone, accent_light, accent_dark, arms_key,
                                          arms_description, boundary, office, email, phone, imprint, privacy,
                                          accessibility, licence, saved_at, saved_by)
                        VALUES (:version, :name, :zone, :light, :dark, :arms, :description, :boundary, :office, :email,
                                :phone, :imprint, :privacy, :accessibility, :licence, :at, :by)""")
                .param("version", next.version())
                .param("name", profile.name())
                .param("zone", profile.zone().getId())
                .param("light", profile.accent().light().value())
                .param("dark", profile.accent().dark().value())
                .param("arms", profile.arms().key())
                .param("description", profile.armsDescription())
                .param("boundary", profile.boundary().map(Boundary::toGeoJson).orElse(null), Types.VARCHAR)
                .param("office", profile.contact().office())
                .param("email", profile.contact().email())
                .param("phone", profile.contact().phone())
                .param("imprint", profile.texts().imprint())
                .param("privacy", profile.texts().privacy())
                .param("accessibility", profile.texts().accessibility())
                .param("licence", profile.licence().name())
                .param("at", next.savedAt().atOffset(UTC))
                .param("by", next.savedBy())
                .update();
    }

    private void sweep(long newest) {
        sql.sql("DELETE FROM town WHERE version <= :oldest")
                .param("oldest", newest - KEPT)
                .update();
        sql.sql("DELETE FROM town_arms WHERE NOT EXISTS (SELECT FROM town WHERE arms_key = key)")
                .update();
    }

    private static SavedTown savedTown(ResultSet row) throws SQLException {
        var boundary = Optional.ofNullable(row.getString("boundary")).map(BoundaryReader::ofKept);
        return new SavedTown(
                row.getLong("version"),
                new TownProfile(
                        row.getString("name"),
                        ZoneId.of(row.getString("time_zone")),
                        new Accent(
                                new HexColor(row.getString("accent_light")),
                                new HexColor(row.getString("accent_dark"))),
                        arms(row),
                        row.getString("arms_description"),
                        boundary,
                        new Contact(row.getString("office"), row.getString("email"), row.getString("phone")),
                        new LegalTexts(
                                row.getString("imprint"), row.getString("privacy"), row.getString("accessibility")),
                        DataLicence.valueOf(row.getString("licence"))),
                row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                row.getString("saved_by"));
    }

    private static ArmsImage arms(ResultSet row) throws SQLException {
        return new ArmsImage(ArmsImage.Type.of(row.getString("media_type")), row.getBytes("image"));
    }
}
