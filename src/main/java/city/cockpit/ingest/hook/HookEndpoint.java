package city.cockpit.ingest.hook;

import city.cockpit.ingest.hook.HookDoor.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /api/v1/hooks/…}: 204 once the message is durable, 503 with {@code Retry-After} where it is not. Everything
 * else says that sending the same again is no use (RFC 9457).
 */
@RestController
class HookEndpoint {

    private final HookDoor door;
    private final HookSettings settings;

    HookEndpoint(HookDoor door, HookSettings settings) {
        this.door = door;
        this.settings = settings;
    }

    @PostMapping("/api/v1/hooks/{hook}")
    ResponseEntity<ProblemDetail> take(
            @PathVariable("hook") String hook,
            @RequestHeader(name = "X-Sensor", required = false) @Nullable String sensor,
            HttpServletRequest request)
            throws IOException {
        var wanted = WebHook.find(hook);
        if (wanted.isEmpty()) return refuse(HttpStatus.NOT_FOUND, "There is no web hook of that name.");
        var body = request.getInputStream().readNBytes(door.longestRead());
        return answer(door.take(wanted.get(), body, Optional.ofNullable(sensor)));
    }

    private ResponseEntity<ProblemDetail> answer(Outcome outcome) {
        return switch (outcome) {
            case DURABLE -> ResponseEntity.noContent().build();
            case TOO_LARGE -> refuse(HttpStatus.CONTENT_TOO_LARGE, "The message is larger than what is taken.");
            case NAMELESS -> refuse(HttpStatus.BAD_REQUEST, "This is no message of that kind, or it names no device.");
            case BUSY -> comeBack("Too many messages are under way. Please send it again.");
            case NOT_DURABLE -> comeBack("The message could not be stored. Please send it again.");
        };
    }

    private ResponseEntity<ProblemDetail> comeBack(String sentence) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(
                        HttpHeaders.RETRY_AFTER,
                        Long.toString(Math.max(1, settings.retryAfter().toSeconds())))
                .body(ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, sentence));
    }

    private static ResponseEntity<ProblemDetail> refuse(HttpStatus status, String sentence) {
        return ResponseEntity.status(status).body(ProblemDetail.forStatusAndDetail(status, sentence));
    }
}
