package city.cockpit.access.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.cockpit.audit.AuditFilter;
import city.cockpit.audit.AuditSearch;
import city.cockpit.audit.Deed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** The audit trail for programs, e.g. for the archive of the town: what the screen exports, with the same filter. */
@RestController
class AuditExportEndpoint {

    private static final int MOST_AT_ONCE = 2;

    private final AuditSearch audit;
    private final Semaphore exports = new Semaphore(MOST_AT_ONCE);

    AuditExportEndpoint(AuditSearch audit) {
        this.audit = audit;
    }

    @GetMapping("/api/audit.csv")
    void export(
            @RequestParam(name = "actor", defaultValue = "") String actor,
            @RequestParam(name = "deed", defaultValue = "") String deed,
            @RequestParam(name = "object", defaultValue = "") String object,
            @RequestParam(name = "text", defaultValue = "") String text,
            @RequestParam(name = "from") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) Optional<Instant> from,
            @RequestParam(name = "to") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) Optional<Instant> to,
            Authentication program,
            HttpServletResponse response)
            throws IOException {
        var filter = new AuditFilter(actor, findDeed(deed), object, text, from, to);
        if (!exports.tryAcquire()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "10");
            ApiAnswer.refuse(response, HttpStatus.TOO_MANY_REQUESTS, "Other exports are under way. Please wait.");
            return;
        }
        try {
            response.setContentType("text/csv");
            response.setCharacterEncoding(UTF_8);
            audit.export(filter, program.getName(), response.getOutputStream());
        } finally {
            exports.release();
        }
    }

    private static Optional<Deed> findDeed(String name) {
        if (name.isEmpty()) return Optional.empty();
        var deed = Arrays.stream(Deed.values())
                .filter(known -> known.name().equals(name))
                .findFirst();
        if (deed.isEmpty()) throw new IllegalArgumentException("there is no such deed");
        return deed;
    }

    @ExceptionHandler({IllegalArgumentException.class, MethodArgumentTypeMismatchException.class})
    void refuse(HttpServletResponse response) throws IOException {
        ApiAnswer.refuse(
                response,
                HttpStatus.BAD_REQUEST,
                "Filter with actor, deed, object and text of at most %d characters; from and to are times like 2026-01-31T00:00:00Z, from before to."
                        .formatted(AuditFilter.LONGEST_TEXT));
    }
}
