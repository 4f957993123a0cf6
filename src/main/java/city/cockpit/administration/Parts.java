package city.cockpit.administration;

import static city.cockpit.administration.Condition.BAD;
import static city.cockpit.administration.Condition.GOOD;
import static city.cockpit.administration.Condition.NOTICE;
import static city.cockpit.administration.Condition.UNUSED;

import city.cockpit.access.IdentityProvider.Entrance;
import city.cockpit.administration.Measured.Database;
import city.cockpit.administration.Measured.Disk;
import city.cockpit.administration.Measured.Mail;
import city.cockpit.administration.PartState.Bytes;
import city.cockpit.audit.AuditProtection.Guard;
import city.cockpit.calendar.TownCalendars.Supply;
import city.cockpit.mqtt.ConnectionState;
import city.cockpit.mqtt.ConnectionStatus;
import city.cockpit.nodes.NodeStatus;
import city.cockpit.transport.CertificateStatus;
import city.cockpit.transport.Https;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges the parts of the cockpit. */
final class Parts {

    /** A measurement that takes longer hangs somewhere, most likely at a database that went away without a word. */
    static final Duration OVERDUE = Duration.ofSeconds(90);

    private static final Duration QUIET = Duration.ofMinutes(5);
    private static final Duration RENEWAL = Duration.ofDays(14);
    private static final long BACKLOG = 10_000;
    private static final long LITTLE_BYTES = 2_000_000_000;
    private static final long TOO_LITTLE_BYTES = 500_000_000;

    private Parts() {}

    /** In the order in which they are read. */
    static List<PartState> of(SystemStatus status) {
        var measured = status.measured();
        return List.of(
                readings(status),
                brokers(status.connections()),
                database(status, measured.database()),
                nodes(status.nodes()),
                audit(measured.guard()),
                measured.disk().map(Parts::disk).orElseGet(() -> PartState.of(Part.DISK, BAD, "part.disk.unknown")),
                pages(status.https(), status.at()),
                provider(status.provider()),
                mail(status.mail()),
                calendars(status.calendars()));
    }

    /** Of several parts together. */
    static Condition worst(List<PartState> parts) {
        return parts.stream()
                .map(PartState::condition)
                .max(Condition::compareTo)
                .orElse(GOOD);
    }

    private static PartState readings(SystemStatus status) {
        var waiting = status.ledger().pending();
        if (waiting > BACKLOG) return PartState.of(Part.READINGS, NOTICE, "part.readings.backlog", waiting);
        var newest = status.newestReadingAt();
        if (newest.isEmpty()) return PartState.of(Part.READINGS, NOTICE, "part.readings.none", status.startedAt());
        var quiet = newest.get().isBefore(status.at().minus(QUIET));
        return quiet
                ? PartState.of(Part.READINGS, NOTICE, "part.readings.quiet", newest.get())
                : PartState.of(Part.READINGS, GOOD, "part.readings.flow", newest.get());
    }

    /** The cockpit's own connection first; where others fail, everything else goes on. */
    private static PartState brokers(List<ConnectionStatus> connections) {
        var own = connections.getFirst();
        var others = connections.subList(1, connections.size());
        if (!isUp(own)) return own(own.state());
        var down = others.stream().filter(other -> !isUp(other)).toList();
        if (down.size() == 1) return other(down.getFirst());
        if (!down.isEmpty())
            return PartState.of(Part.BROKER, NOTICE, "part.broker.several", names(down), (long) connections.size());
        return others.isEmpty()
                ? own(own.state())
                : PartState.of(Part.BROKER, GOOD, "part.broker.all", (long) connections.size());
    }

    private static boolean isUp(ConnectionStatus connection) {
        return connection.state() instanceof ConnectionState.Connected;
    }

    private static PartState own(ConnectionState state) {
        return switch (state) {
            case ConnectionState.Connecting(var since) ->
                PartState.of(Part.BROKER, NOTICE, "connection.CONNECTING", since);
            case ConnectionState.Connected(var since) -> PartState.of(Part.BROKER, GOOD, "connection.CONNECTED", since);
            case ConnectionState.Lost(var since, var failure) ->
                PartState.of(Part.BROKER, BAD, "connection.LOST", since, failure);
            case ConnectionState.Refused(var since, var failure) ->
                PartState.of(Part.BROKER, BAD, "connection.REFUSED", since, failure);
        };
    }

    private static PartState other(ConnectionStatus other) {
        return switch (other.state()) {
            case ConnectionState.Connecting _, ConnectionState.Connected _ ->
                PartState.of(Part.BROKER, NOTICE, "part.broker.connecting", other.name());
            case ConnectionState.Lost(var since, var failure) ->
                PartState.of(Part.BROKER, NOTICE, "part.broker.lost", other.name(), since, failure);
            case ConnectionState.Refused(var since, var failure) ->
                PartState.of(Part.BROKER, NOTICE, "part.broker.refused", other.name(), since, failure);
        };
    }

    private static String names(List<ConnectionStatus> connections) {
        return connections.stream().map(ConnectionStatus::name).collect(Collectors.joining(", "));
    }

    private static PartState database(SystemStatus status, Database database) {
        var asked = status.measured().at();
        if (asked.isBefore(status.at().minus(OVERDUE)))
            return PartState.of(Part.DATABASE, BAD, "part.database.overdue", asked);
        return switch (database) {
            case Database.Answers _ -> PartState.of(Part.DATABASE, GOOD, "part.database.answers", asked);
            case Database.Silent(var since, var reason) ->
                PartState.of(Part.DATABASE, BAD, "part.database.silent", since, reason);
        };
    }

    /** A town with one node needs no other. */
    private static PartState nodes(List<NodeStatus> nodes) {
        if (nodes.size() < 2) return PartState.of(Part.NODES, UNUSED, "part.nodes.one");
        var away = nodes.stream().filter(NodeStatus::away).toList();
        if (away.isEmpty()) return PartState.of(Part.NODES, GOOD, "part.nodes.all", (long) nodes.size());
        if (away.size() == 1)
            return PartState.of(
                    Part.NODES,
                    NOTICE,
                    "part.nodes.away",
                    away.getFirst().name(),
                    away.getFirst().seenAt());
        return PartState.of(
                Part.NODES,
                NOTICE,
                "part.nodes.several",
                away.stream().map(NodeStatus::name).collect(Collectors.joining(", ")),
                (long) nodes.size());
    }

    private static PartState audit(Optional<Guard> told) {
        if (told.isEmpty()) return PartState.of(Part.AUDIT_TRAIL, NOTICE, "part.audit.unknown");
        var guard = told.get();
        var condition = switch (guard) {
            case ROLE -> GOOD;
            case TRIGGER -> NOTICE;
            case NOTHING -> BAD;
        };
        return PartState.of(Part.AUDIT_TRAIL, condition, "audit.guard." + guard);
    }

    private static PartState disk(Disk disk) {
        var free = disk.freeBytes();
        var condition =
                free < TOO_LITTLE_BYTES ? BAD : free < LITTLE_BYTES || free < disk.totalBytes() / 20 ? NOTICE : GOOD;
        var sentence = condition == GOOD ? "part.disk.room" : "part.disk.little";
        return PartState.of(Part.DISK, condition, sentence, new Bytes(free), new Bytes(disk.totalBytes()));
    }

    private static PartState pages(Https https, Instant now) {
        return switch (https) {
            case Https.Off _ -> PartState.of(Part.PAGES, NOTICE, "part.pages.off");
            case Https.ByProxy _ -> PartState.of(Part.PAGES, GOOD, "part.pages.proxy");
            case Https.Own(var certificate) -> pages(certificate, now);
        };
    }

    private static PartState pages(CertificateStatus certificate, Instant now) {
        var until = certificate.validUntil();
        if (!certificate.isValidAt(now)) return PartState.of(Part.PAGES, BAD, "part.pages.invalid", until);
        var problem = certificate.problem();
        if (problem.isPresent()) return PartState.of(Part.PAGES, NOTICE, "part.pages.old", until, problem.get());
        return until.isBefore(now.plus(RENEWAL))
                ? PartState.of(Part.PAGES, NOTICE, "part.pages.ends", until)
                : PartState.of(Part.PAGES, GOOD, "part.pages.own", until);
    }

    private static PartState provider(Optional<Entrance> provider) {
        if (provider.isEmpty()) return PartState.of(Part.IDENTITY_PROVIDER, UNUSED, "part.provider.unused");
        var entrance = provider.get();
        return entrance.reachable()
                ? PartState.of(Part.IDENTITY_PROVIDER, GOOD, "part.provider.answers", entrance.address())
                : PartState.of(Part.IDENTITY_PROVIDER, NOTICE, "part.provider.silent", entrance.address());
    }

    private static PartState mail(Mail mail) {
        return switch (mail) {
            case Mail.Unused _ -> PartState.of(Part.MAIL, UNUSED, "part.mail.unused");
            case Mail.Asked(var host) -> PartState.of(Part.MAIL, NOTICE, "part.mail.asked", host);
            case Mail.Answers(var host) -> PartState.of(Part.MAIL, GOOD, "part.mail.answers", host);
            case Mail.Silent(var host, var reason) -> PartState.of(Part.MAIL, NOTICE, "part.mail.silent", host, reason);
        };
    }

    /** Citizens still read what an address said when it answered well last. */
    private static PartState calendars(List<Supply> calendars) {
        if (calendars.isEmpty()) return PartState.of(Part.CALENDARS, UNUSED, "part.calendars.none");
        var failing = calendars.stream()
                .filter(calendar -> calendar.failingSince().isPresent())
                .toList();
        if (failing.isEmpty()) return PartState.of(Part.CALENDARS, GOOD, "part.calendars.all", (long) calendars.size());
        return PartState.of(
                Part.CALENDARS,
                NOTICE,
                "part.calendars.failing",
                failing.stream().map(Supply::name).collect(Collectors.joining(", ")),
                failing.stream()
                        .flatMap(calendar -> calendar.failingSince().stream())
                        .min(Instant::compareTo)
                        .orElseThrow());
    }
}
