package city.cockpit.registry;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The description of what programs may ask; a test keeps it true to the code. */
@RestController
class OpenApiEndpoint {

    static final Resource DESCRIPTION = new ClassPathResource("openapi.json", OpenApiEndpoint.class);

    @GetMapping(path = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Resource> describe() {
        return ResponseEntity.ok(DESCRIPTION);
    }
}
