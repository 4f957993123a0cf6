package city.cockpit.citizens;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Films of the town.
 *
 * @param folder where somebody puts them, by default {@code media} in the folder of all data; need not be there
 */
@ConfigurationProperties("cockpit.media")
record MediaSettings(@DefaultValue("data/media") Path folder) {}
