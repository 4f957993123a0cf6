package city.cockpit.town;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What browsers fetch of the town's settings: its arms, under an address that changes with them, and its boundary. */
@RestController
@RequestMapping("/town")
class TownEndpoint {

    /** Even if a drawing held a script, opened by its own address it could neither run it nor load anything. */
    private static final String HARMLESS = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private final TownHall town;

    TownEndpoint(TownHall town) {
        this.town = town;
    }

    @GetMapping("/arms/{key:[0-9a-f]{16}}")
    ResponseEntity<byte[]> arms(@PathVariable("key") String key) {
        return town.findArms(key)
                .map(arms -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(arms.type().mediaType()))
                        .cacheControl(CacheControl.maxAge(Duration.ofDays(365))
                                .cachePublic()
                                .immutable())
                        .header("Content-Security-Policy", HARMLESS)
                        .header("X-Content-Type-Options", "nosniff")
                        .body(arms.bytes()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/boundary.geojson")
    ResponseEntity<String> boundary() {
        return town.now()
                .profile()
                .boundary()
                .map(boundary -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("application/geo+json"))
                        .cacheControl(CacheControl.noCache())
                        .body(boundary.toGeoJson()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
