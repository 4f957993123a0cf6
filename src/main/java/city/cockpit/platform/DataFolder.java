package city.cockpit.platform;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Everything that one installation keeps.
 *
 * @param data folder of the installation's data; no two cockpits may share one
 */
@ConfigurationProperties("cockpit")
record DataFolder(@DefaultValue("data") Path data) {

    Path log() {
        return data.toAbsolutePath().resolve("logs").resolve("cockpit.log");
    }
}
