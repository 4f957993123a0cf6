package city.cockpit.administration;

import city.cockpit.access.IdentityProvider.Entrance;
import city.cockpit.administration.Measured.Database;
import city.cockpit.administration.Measured.Disk;
import city.cockpit.administration.Measured.Mail;
import city.cockpit.audit.AuditProtection.Guard;
import city.cockpit.calendar.TownCalendars.Supply;
import city.cockpit.history.Edition;
import city.cockpit.history.HistoryReport;
import city.cockpit.ingest.Counts;
import city.cockpit.ingest.RejectReason;
import city.cockpit.measurement.Interval;
import city.cockpit.mqtt.ConnectionState;
import city.cockpit.mqtt.ConnectionStatus;
import city.cockpit.mqtt.Traffic;
import city.cockpit.nodes.NodeStatus;
import city.cockpit.platform.DatabaseReport;
import city.cockpit.platform.PlatformStatus;
import city.cockpit.transport.Https;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A cockpit that is doing as a test says; at first everything is in order at noon in May. */
public final class PreviewStatus implements SystemStatusSource {

    private static final Instant NOON = Instant.parse("2026-05-21T10:00:00Z");
    private static final DatabaseReport REPORT = new DatabaseReport(
            "17.6",
            Optional.of("2.19.3"),
            5_432_100_000L,
            List.of(
                    new DatabaseReport.Table("reading", 5_100_000_000L),
                    new DatabaseReport.Table("audit_entry", 12_300_000)));

    private static final HistoryReport HISTORY = new HistoryReport(
            5_100_000_000L,
            112_000_000,
            50_000_000,
            Optional.of(Instant.parse("2025-11-03T09:00:00Z")),
            Optional.of(Instant.parse("2026-05-22T02:15:00Z")),
            Optional.of(new Interval(Instant.parse("2025-11-03T09:00:00Z"), Instant.parse("2026-02-01T00:00:00Z"))),
            12);

    private volatile ConnectionState broker = new ConnectionState.Connected(Instant.EPOCH);
    private volatile List<ConnectionStatus> others = List.of();
    private volatile List<NodeStatus> nodes = List.of();
    private volatile Edition edition = Edition.PLAIN;
    private volatile Https https = new Https.ByProxy();
    private volatile Optional<Entrance> provider = Optional.empty();
    private volatile Optional<Instant> newestReadingAt = Optional.of(NOON);
    private volatile Optional<Disk> disk = Optional.of(new Disk(120_000_000_000L, 500_000_000_000L));
    private volatile Optional<Guard> guard = Optional.of(Guard.ROLE);
    private volatile Database database = new Database.Answers(REPORT);
    private volatile Mail mail = new Mail.Unused();
    private volatile List<Supply> calendars = List.of();
    private volatile Instant measuredAt = NOON;

    public void broker(ConnectionState state) {
        broker = state;
    }

    void others(ConnectionStatus... next) {
        others = List.of(next);
    }

    static ConnectionStatus connection(String name, ConnectionState state) {
        return new ConnectionStatus(name, "ssl://mqtt.example:8883", "cockpit", state, List.of(), Traffic.NONE);
    }

    public void nodes(NodeStatus... next) {
        nodes = List.of(next);
    }

    public void edition(Edition next) {
        edition = next;
    }

    void https(Https next) {
        https = next;
    }

    void provider(Entrance entrance) {
        provider = Optional.of(entrance);
    }

    void newestReadingAt(Optional<Instant> time) {
        newestReadingAt = time;
    }

    void disk(long freeBytes, long totalBytes) {
        disk = Optional.of(new Disk(freeBytes, totalBytes));
    }

    void diskUnreadable() {
        disk = Optional.empty();
    }

    void guard(Optional<Guard> next) {
        guard = next;
    }

    void database(Database next) {
        database = next;
    }

    void mail(Mail next) {
        mail = next;
    }

    void calendars(Supply... next) {
        calendars = List.of(next);
    }

    void measuredAt(Instant time) {
        measuredAt = time;
    }

    @Override
    public SystemStatus now() {
        return new SystemStatus(
                NOON,
                NOON.minusSeconds(3_600),
                edition,
                Stream.concat(Stream.of(connection("cockpit", broker)), others.stream())
                        .toList(),
                nodes,
                counts(),
                newestReadingAt,
                https,
                provider,
                new Measured(measuredAt, platform(), disk, database, Optional.of(HISTORY), guard),
                mail,
                calendars);
    }

    private static PlatformStatus platform() {
        return new PlatformStatus(
                "0.1.0",
                Path.of("/srv/cockpit/data"),
                123_456_789,
                Path.of("/srv/cockpit/data/logs/cockpit.log"),
                new PlatformStatus.Server(true, "postgresql://127.0.0.1:41000/cockpit"),
                new PlatformStatus.Server(false, "ssl://broker.musterstadt.example:8883"),
                Optional.empty());
    }

    public Counts counts() {
        return new Counts(
                448_120, 448_083, 0, 37, 0, Map.of(RejectReason.UNKNOWN_SENSOR, 30L, RejectReason.MALFORMED, 7L));
    }
}
