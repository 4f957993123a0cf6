package city.cockpit.administration;

import city.cockpit.administration.Measured.Database;
import city.cockpit.administration.Measured.Disk;
import city.cockpit.ingest.Counts;
import city.cockpit.platform.DatabaseReport;
import city.cockpit.uikit.Wordings;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /api/status}: what the status page says, for the town's monitoring. Sentences are English. A token of the
 * scope {@link city.cockpit.access.Tokens.Scope#READ_STATUS} opens it.
 */
@RestController
@RolesAllowed("READ_STATUS")
class StatusEndpoint {

    private final SystemStatusSource source;
    private final StatusWords words;

    StatusEndpoint(SystemStatusSource source, Wordings wordings) {
        this.source = source;
        this.words = new StatusWords(wordings.in(Locale.ENGLISH));
    }

    @GetMapping(path = "/api/status", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Answer> status() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer(source.now()));
    }

    private Answer answer(SystemStatus status) {
        var states = Parts.of(status);
        var parts = states.stream()
                .map(state -> new PartAnswer(state.part(), state.condition(), words.sentence(state, status.at())))
                .toList();
        var report = status.measured().database() instanceof Database.Answers(var told)
                ? Optional.of(told)
                : Optional.<DatabaseReport>empty();
        return new Answer(
                status.at(),
                status.startedAt(),
                Parts.worst(states),
                words.summary(states),
                parts,
                versions(status, report),
                sizes(status.measured(), report),
                status.ledger());
    }

    private static Map<String, String> versions(SystemStatus status, Optional<DatabaseReport> report) {
        var versions = new LinkedHashMap<String, String>();
        versions.put("cockpit", status.measured().platform().version());
        versions.put("java", Runtime.version().toString());
        report.ifPresent(told -> {
            versions.put("postgresql", told.postgres());
            told.timescale().ifPresent(version -> versions.put("timescaledb", version));
        });
        versions.put("edition", status.edition().name());
        status.measured().platform().brokerVersion().ifPresent(version -> versions.put("broker", version));
        return versions;
    }

    private static SizesAnswer sizes(Measured measured, Optional<DatabaseReport> report) {
        return new SizesAnswer(
                measured.at(),
                report.map(DatabaseReport::bytes),
                report.map(DatabaseReport::tables).orElse(List.of()),
                measured.platform().dataBytes(),
                measured.disk().map(Disk::freeBytes),
                measured.disk().map(Disk::totalBytes));
    }

    /**
     * The whole answer.
     *
     * @param condition the worst of all parts
     */
    record Answer(
            Instant at,
            Instant startedAt,
            Condition condition,
            String says,
            List<PartAnswer> parts,
            Map<String, String> versions,
            SizesAnswer sizes,
            Counts readings) {}

    record PartAnswer(Part part, Condition condition, String says) {}

    /**
     * Sizes in bytes.
     *
     * @param database empty while the database does not answer
     * @param disk the one of the data folder; empty if it cannot be read
     */
    record SizesAnswer(
            Instant measuredAt,
            Optional<Long> database,
            List<DatabaseReport.Table> tables,
            long dataFolder,
            Optional<Long> diskFree,
            Optional<Long> disk) {}
}
