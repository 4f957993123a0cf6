package city.cockpit.access.people;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the first password is left for the person who starts the cockpit.
 *
 * @param data folder of the installation's data
 */
@ConfigurationProperties("cockpit")
record AccessSettings(@DefaultValue("data") Path data) {

    Path firstPassword() {
        return data.resolve("secrets").resolve("admin-password");
    }
}
