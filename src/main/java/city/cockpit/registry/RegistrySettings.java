package city.cockpit.registry;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the registry takes over at start.
 *
 * @param demo whether an empty registry gets the sensors of the demo city, and one that knows no others what is new of them
 * @param sensors a table of sensors in the form of {@code demo-city.csv}, taken over at every start; none by default
 */
@ConfigurationProperties("cockpit.registry")
record RegistrySettings(
        @DefaultValue("true") boolean demo, @Nullable Path sensors) {}
