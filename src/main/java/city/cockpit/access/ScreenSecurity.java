package city.cockpit.access;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** What a part of this package adds to the chain of filters before the screens. Every bean of this type is asked once. */
@FunctionalInterface
public interface ScreenSecurity {

    void addTo(HttpSecurity screens);
}
