package city.cockpit.citizens;

import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The town's film in sign language and its captions, whole or in the pieces that a browser asks for. */
@RestController
class MediaEndpoint {

    private final SignLanguage signLanguage;

    MediaEndpoint(SignLanguage signLanguage) {
        this.signLanguage = signLanguage;
    }

    @GetMapping("/" + SignLanguage.PATH + "/{name:[a-z.-]+}")
    ResponseEntity<Resource> file(@PathVariable("name") String name) {
        return signLanguage
                .find(name)
                .map(medium -> {
                    Resource file = new FileSystemResource(signLanguage.file(medium));
                    return ResponseEntity.ok()
                            .contentType(medium.type())
                            .cacheControl(CacheControl.noCache())
                            .body(file);
                })
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
