package city.cockpit.access.session;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What pages of people who are signed in ask now and then, so that they do not go on showing what their session opened when
 * it has ended: 204 while it is good, 401 from then on.
 */
@RestController
class SessionEndpoint {

    static final String ADDRESS = "/session";

    @GetMapping(ADDRESS)
    ResponseEntity<Void> session(@Nullable Principal person) {
        return ResponseEntity.status(person == null ? HttpStatus.UNAUTHORIZED : HttpStatus.NO_CONTENT)
                .build();
    }
}
